extension ArabicMeanings {
    /// Of site.yaml, as `articles`.
    static let settings = """
        The outlet's name, as readers know it; required.
        اسم الصحيفة كما يعرفها القراء؛ مطلوب.

        The address of the site, such as `https://example.org/`; required.
        عنوان الموقع، مثل `https://example.org/`؛ مطلوب.

        What the outlet is, in a sentence.
        ما الصحيفة، في جملة.

        The site's language, `ar` by default; it decides direction and words.
        لغة الموقع، والأصل `ar`؛ وهي تحدد الاتجاه والعبارات.

        The language of passages in Latin letters, such as `fr`.
        لغة المقاطع المكتوبة بحروف لاتينية، مثل `fr`.

        Such as `Africa/Cairo` or `+03:00`; `UTC` by default.
        مثل `Africa/Cairo` أو `+03:00`؛ والأصل `UTC`.

        `latn` (1 2 3, the default) or `arab` (١ ٢ ٣), for what the program prints.
        `latn` (1 2 3، وهو الأصل) أو `arab` (١ ٢ ٣)، لما يطبعه البرنامج.

        `egypt`, `levant`, `maghreb`, `morocco`, `mauritania` or `dual`; `{first, separator}` orders both of `dual`.
        `egypt` أو `levant` أو `maghreb` أو `morocco` أو `mauritania` أو `dual`؛ و`{first, separator}` ترتب اسمي `dual`.

        `12` or `24`.
        `12` أو `24`.

        How dates are shown: `long` (24 يناير 2024), `numeric` (24/1/2024) or `full`.
        كيف تُعرض التواريخ: `long` (24 يناير 2024) أو `numeric` (24/1/2024) أو `full`.

        Printed behind a time where the zone matters: بتوقيت القاهرة.
        تُكتب بعد الوقت حيث تهم المنطقة: بتوقيت القاهرة.

        Days that the moon's sighting is ahead (1) or behind (-1).
        كم يومًا تتقدم رؤية الهلال (1) أو تتأخر (-1).

        First days of months as the country sighted the moon: `1445/9: 2024-03-12`.
        أوائل الأشهر كما رأى البلد الهلال: `1445/9: 2024-03-12`.

        `preserve`, `guillemets` or `curly`: what straight quotes become.
        `preserve` أو `guillemets` أو `curly`: إلى ماذا تصير علامات الاقتباس المستقيمة.

        `arabic`, `ascii` or `id`.
        `arabic` أو `ascii` أو `id`.

        `escape` (the default) or `allow`: what becomes of HTML in articles.
        `escape` (وهو الأصل) أو `allow`: ما يصير إليه HTML في المواد.

        Which documents beside articles are published: `{types, metadata}`.
        ما يُنشر من الوثائق بجانب المواد: `{types, metadata}`.

        Sites whose players readers may open on the page: `youtube`, `facebook`, `x`, `tiktok`, `instagram`, `telegram`, `soundcloud`; none by default.
        المواقع التي يفتح القارئ مشغّلها في الصفحة: `youtube` و`facebook` و`x` و`tiktok` و`instagram` و`telegram` و`soundcloud`؛ والأصل لا شيء منها.

        What is made of pictures: `{sizes, originals, require, names}`.
        ما يُصنع من الصور: `{sizes, originals, require, names}`.

        `keep` or `join` (the default): whether the lines of paragraphs end where they do in the file.
        `keep` أو `join` (وهو الأصل): هل تنتهي أسطر الفقرات حيث تنتهي في الملف.

        How many items a page of a list holds, 20 by default.
        عدد المواد في كل صفحة من قائمة، والأصل 20.

        What is settled about tags: names, or `{name, slug, aliases, also, description, image}`.
        ما تقرر في الوسوم: أسماء، أو `{name, slug, aliases, also, description, image}`.

        The outlet's accounts, `{name, url}`.
        حسابات الصحيفة، `{name, url}`.

        A picture in `Content/assets`, such as `logo.svg`.
        صورة في `Content/assets`، مثل `logo.svg`.

        Who holds the rights; the outlet by default.
        صاحب الحقوق؛ والأصل الصحيفة.

        The comment form: `{action, fields, email, hidden}`.
        نموذج التعليق: `{action, fields, email, hidden}`.

        `false` for a site without one; or `{synonyms, order}`: words that find each other, what comes first.
        «لا» لموقع بلا بحث؛ أو `{synonyms, order}`: كلمات يجد بعضها بعضًا، وما يأتي أولًا.

        Fields of the outlet's own in front matter: `name: text`, `number` or `flag`.
        حقول تضيفها الصحيفة إلى بيانات المواد: `name: text` أو `number` أو `flag`.

        Patterns for `article`, `section`, `tag`, `author` and `page`; what feeds add to them: `rss`, `atom`, `json`.
        أنماط `article` و`section` و`tag` و`author` و`page`؛ وما تضيفه الخلاصات إليها: `rss` و`atom` و`json`.

        `ar` or `en`: the language of messages; the site's by default.
        `ar` أو `en`: لغة الرسائل؛ والأصل لغة الموقع.

        Words on the page that the outlet prefers otherwise; those of another language below its tag.
        عبارات في الصفحات تريدها الصحيفة على نحو آخر؛ وعبارات لغة أخرى تحت رمزها.

        Which feeds there are: `{site, sections, tags, authors, corrections, items, content, hub}`.
        أي الخلاصات تُنشر: `{site, sections, tags, authors, corrections, items, content, hub}`.

        The host in the feeds' ids, which stays when the site moves.
        المضيف في معرّفات الخلاصات، ويبقى حين ينتقل الموقع.

        What articles' ids in feeds are made as, such as `https://example.org/?p={id}`, for an outlet that keeps those of another system.
        نمط معرّفات المواد في الخلاصات، مثل `https://example.org/?p={id}`، لمن يُبقي معرّفات نظام آخر.

        The name in Google's news sitemap, where it is not `name`.
        الاسم في خريطة أخبار غوغل إن خالف `name`.

        A shorter or a Latin name of the outlet.
        اسم أقصر للصحيفة أو اسمها اللاتيني.

        Pictures in `Content/assets`; `icon.svg`, `icon-192.png`, `icon-512.png` by default.
        صور في `Content/assets`؛ والأصل `icon.svg` و`icon-192.png` و`icon-512.png`.

        The picture of a link without one of its own; `og.png` by default.
        صورة الرابط الذي لا صورة له؛ والأصل `og.png`.

        For the home screen of phones: `{short_name, theme_color, background_color, display}`.
        لشاشة الهاتف: `{short_name, theme_color, background_color, display}`.

        Which servers rules are written for: `nginx`, `apache`, `caddy`, `netlify`, `cloudflare`; all by default.
        الخوادم التي تُكتب قواعدها: `nginx` و`apache` و`caddy` و`netlify` و`cloudflare`؛ والأصل كلها.

        Paths that the server answers by itself, such as `/shop/`: links and pictures there are no errors.
        مسارات يجيب عنها الخادم نفسه، مثل `/shop/`: الروابط والصور تحتها ليست أخطاء.

        Pages that say how the newsroom works: `ethics: /charter/`.
        صفحات تقول كيف تعمل غرفة الأخبار: `ethics: /charter/`.

        What robots may do: `GPTBot: disallow`.
        ما يجوز للزواحف: `GPTBot: disallow`.

        Where to report a weakness: `{contact, expires, policy, languages}`.
        أين يُبلَّغ عن ثغرة: `{contact, expires, policy, languages}`.

        The section's name.
        اسم القسم.

        Its part of the URL; made from the name by default.
        جزؤه من العنوان؛ ويُصنع من الاسم إن لم يُكتب.

        What it covers.
        ما يغطيه.

        `false` keeps its articles out of the search.
        «لا» تُبقي مواده خارج البحث.

        The tag's name, as readers see it.
        اسم الوسم كما يراه القراء.

        Other spellings and names of the same, whose stories stand here too.
        كتابات وأسماء أخرى له، وموادها هنا أيضًا.

        What it is about.
        عمّ هو.

        A picture in `Content/assets`: `{src, alt, caption, credit}`.
        صورة في `Content/assets`: `{src, alt, caption, credit}`.

        The address that takes the form.
        العنوان الذي يتلقى النموذج.

        The endpoint's names for `comment`, `name`, `email`, `website`, `page`, `parent` and `honeypot`.
        أسماء الحقول عند المتلقي: `comment` و`name` و`email` و`website` و`page` و`parent` و`honeypot`.

        Whether the form asks for an e-mail address: `none`, `optional` (the default) or `required`.
        هل يطلب النموذج بريدًا: `none` أو `optional` (وهو الأصل) أو `required`.

        Fields to send along, `name: value`.
        حقول تُرسل معه، `name: value`.

        Rows of words that find each other, one word each: `[كورونا, كوفيد, COVID]`.
        صفوف كلمات يجد بعضها بعضًا، كلمة كلمة: `[كورونا, كوفيد, COVID]`.

        `best` (the default) or `newest` first.
        `best` (وهو الأصل) أو `newest` أولًا.

        The set that comes first: `levant` (the default) or `egypt`.
        أي الاسمين أولًا: `levant` (وهو الأصل) أو `egypt`.

        What stands between, `/` by default.
        ما بينهما، والأصل `/`.

        Formats of the site's feed: `rss`, `atom`, `json`, or `none`.
        صيغ خلاصة الموقع: `rss` و`atom` و`json`، أو `none`.

        The same for each section, or a line a section: `علوم: [rss, atom]`.
        مثلها لكل قسم، أو سطر لكل قسم: `علوم: [rss, atom]`.

        The same for each tag; none by default.
        مثلها لكل وسم؛ والأصل لا شيء.

        The same for each author; none by default.
        مثلها لكل كاتب؛ والأصل لا شيء.

        The same for the corrections.
        مثلها للتصويبات.

        The same for what readers say of each article; none by default.
        مثلها لما يقوله القراء في كل مادة؛ والأصل لا شيء.

        How many articles a feed holds, 20 at most.
        كم مادة في الخلاصة، 20 على الأكثر.

        `full` (the default) or `summary`.
        «كامل» (وهو الأصل) أو «ملخص».

        The address of a WebSub hub.
        عنوان محور WebSub.

        Where to report a weakness: addresses, `mailto:` or `https:`; required.
        أين يُبلَّغ عن ثغرة: عناوين تبدأ بـ`mailto:` أو `https:`؛ مطلوب.

        Until when this holds, within a year; required.
        إلى متى يصح هذا، في غضون سنة؛ مطلوب.

        The address of the policy.
        عنوان السياسة.

        The address of a key.
        عنوان مفتاح.

        The address of a page of thanks.
        عنوان صفحة الشكر.

        Languages in which reports are read.
        اللغات التي تُقرأ بها البلاغات.

        The name below the icon.
        الاسم تحت الأيقونة.

        Such as `#0b5d4e`, between quotes.
        مثل `#0b5d4e`، بين علامتي تنصيص.

        Such as `#ffffff`, between quotes.
        مثل `#ffffff`، بين علامتي تنصيص.

        `minimal-ui` (the default), `standalone` or `browser`.
        `minimal-ui` (وهو الأصل) أو `standalone` أو `browser`.

        Widths in pixels that pictures are made in: `[320, 480, 720, 960, 1280, 1920]`.
        العروض التي تُصنع بها الصور، بالبكسل: `[320, 480, 720, 960, 1280, 1920]`.

        `true` publishes the articles' own files, too.
        «نعم» تنشر ملفات المواد نفسها أيضًا.

        What a lead picture must have: `[alt, caption, credit]`.
        ما يجب أن يكون للصورة الرئيسة: `[alt, caption, credit]`.

        `fingerprint` (the default), or `path`: the picture that older browsers load keeps its file's path.
        `fingerprint` (وهو الأصل) أو `path`: تُبقي للصورة التي تحمّلها المتصفحات القديمة مسار ملفها.

        Endings of the files that are published where a text links to them: `[pdf, csv, docx]`; `pdf` and `csv` by default.
        نهايات الملفات التي تُنشر حيث يقود إليها نص: `[pdf, csv, docx]`؛ والأصل `pdf` و`csv`.

        `refuse` (the default) or `allow`: what becomes of documents that name their author, company or device.
        «رفض» (وهو الأصل) أو «سماح»: ما يصير إليه ما يسمّي كاتبه أو شركته أو جهازه.

        The sections in order: names, or `{name, slug, description, children}`.
        الأقسام بترتيبها: أسماء، أو `{name, slug, description, children}`.

        `flat` (the default) or `nested`: whether the address of a section begins with those of the sections above it.
        `flat` (وهو الأصل) أو `nested`: هل يبدأ رابط القسم بروابط ما فوقه من أقسام.

        Entries of the menu: a section's name, or `{section}`, `{page}`, `{tag}`, `{title, url}`, each with `children`; the sections by default.
        بنود القائمة: اسم قسم، أو `{section}` أو `{page}` أو `{tag}` أو `{title, url}`، ولكل منها `children`؛ والأصل الأقسام.

        Places for advertisements by their names, each `{phone, desktop, element, frame, attributes, pages, consent, after_paragraph}`, with the lines of `ads.txt` under `txt`; or those lines alone.
        مواضع الإعلانات بأسمائها، كل منها `{phone, desktop, element, frame, attributes, pages, consent, after_paragraph}`، وأسطر `ads.txt` تحت `txt`؛ أو تلك الأسطر وحدها.

        Scripts besides the theme's: `{source, file, integrity, async, attributes, pages, consent, needs}`.
        البرامج التي تُضاف إلى برامج القوالب: `{source, file, integrity, async, attributes, pages, consent, needs}`.

        What readers are asked before scripts come that wait for it: `statistics: …`, a sentence each.
        ما يُسأل عنه القراء قبل أن تأتي البرامج التي تنتظره: `statistics: …`، جملة لكل منها.

        Hosts and hashes that pages may load from besides the site: `img-src: https://cdn.example.org`; under `report` who is told what is blocked.
        المضيفون والبصمات التي تحمّل منها الصفحات غير الموقع: `img-src: https://cdn.example.org`؛ وتحت `report` من يُخبَر بما مُنع.

        `false` keeps advertisements and scripts of others off its pages and its articles'.
        «لا» تُبقي صفحاته ومواده بلا إعلانات ولا برامج من غير الموقع.

        The sections beneath it, written as those at the top are.
        الأقسام التي تحته، وتُكتب كما تُكتب الأقسام العليا.

        `false` for a section without a feed; `true` for one where the others have none.
        «لا» لقسم بلا خلاصة؛ و«نعم» لقسم له خلاصة وليس لغيره.

        Who is in charge: the slug or the name of a profile.
        المسؤول عنه: مسار ملف كاتب أو اسمه.

        Such as `#0b5d4e`, between quotes: for themes, as `var(--section)`.
        مثل `#0b5d4e` بين علامتي تنصيص: للقوالب، وهو `var(--section)`.

        Its text; by default the name of what it leads to.
        كلماته؛ والأصل اسم ما يقود إليه.

        Its text.
        كلماته.

        The section that it leads to, by its name or slug.
        القسم الذي يقود إليه، باسمه أو مساره.

        The tag that it leads to.
        الوسم الذي يقود إليه.

        The standing page that it leads to, by its file in `Content/pages`.
        الصفحة الثابتة التي يقود إليها، بملفها في `Content/pages`.

        The entries beneath it, written as it is itself.
        البنود التي تحته، وتُكتب كما يُكتب هو.

        The https address of a script of another host.
        عنوان https لبرنامج من مضيف آخر.

        In its place a file of `Content/assets`, such as `statistics.js`.
        أو ملف من `Content/assets` مكانه، مثل `statistics.js`.

        The digest that the file must have, such as `sha384-…`: another one is not run.
        البصمة التي يجب أن تكون للملف، مثل `sha384-…`: ولا يُشغَّل غيره.

        `true` runs it as soon as it is there; else once the page is read.
        «نعم» تشغّله فور وصوله؛ وإلا فبعد أن تُقرأ الصفحة.

        `true`, the default: it runs once the page is read.
        «نعم»، وهي الأصل: يُشغَّل بعد أن تُقرأ الصفحة.

        Attributes of the element: `data-…`, `id` and `crossorigin`.
        سمات العنصر: `data-…` و`id` و`crossorigin`.

        Where it stands: `all` (the default), or some of `home`, `articles`, `lists`, `pages`, `search`.
        أين يظهر: `all` (وهو الأصل)، أو بعض `home` و`articles` و`lists` و`pages` و`search`.

        The consent of site.yaml without which it is not loaded.
        الموافقة المذكورة في site.yaml، ولا يُحمَّل من دونها.

        What it loads, sends and shows: `connect-src: https://statistics.example`, as `csp` has it.
        ما يحمّله ويرسله ويعرضه: `connect-src: https://statistics.example`، كما في `csp`.

        Room on a phone, width and height in pixels, such as `320x100`; where it is absent, phones do not show it.
        مساحته على الهاتف، عرضًا وارتفاعًا بالبكسل، مثل `320x100`؛ وإن لم تُكتب لم يظهر على الهاتف.

        Room on wider windows, such as `970x250`.
        مساحته في النوافذ الأوسع، مثل `970x250`.

        `ins` (the default) or `div`: what the network fills.
        `ins` (وهو الأصل) أو `div`: العنصر الذي تملؤه الشبكة.

        In its place a page of another site, by its https address.
        أو صفحة من موقع آخر مكانه، بعنوانها https.

        Attributes of the element: `data-…`, `id` and `class`.
        سمات العنصر: `data-…` و`id` و`class`.

        The consent without which a frame is not loaded.
        الموافقة التي لا يُحمَّل إطار من دونها.

        Puts it into the texts of articles, behind this paragraph.
        يضعه في نصوص المواد بعد هذه الفقرة.

        How many paragraphs a text has at least that it is put into; three more than `after_paragraph` by default.
        أقل عدد من الفقرات في نص يوضع فيه؛ والأصل ثلاث فوق `after_paragraph`.
        """
}
