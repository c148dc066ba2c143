/// What keys mean in Arabic, by the English sentence that stands beside the key. A sentence that changes has no Arabic
/// any more until that is looked at again; `KeyReferenceTests` names it.
enum ArabicMeanings {
    /// The Arabic sentence; nil where there is none.
    static func meaning(of english: String) -> String? { table[english] }

    /// Every English sentence that has an Arabic one.
    static var sentences: [String] { Array(table.keys) }

    private static let table: [String: String] = {
        let pairs = [articles, settings, thirdParties].flatMap { $0.split(separator: "\n\n") }.map {
            $0.split(separator: "\n")
        }
        return Dictionary(
            pairs.compactMap { $0.count == 2 ? (String($0[0]), String($0[1])) : nil }, uniquingKeysWith: { $1 })
    }()

    /// Of articles, profiles, standing pages and the front page: a sentence, its Arabic, a blank line.
    private static let articles = """
        The theme's own template that prints it: `longread` is `Templates/longread.html`.
        قالب خاص من التصميم تُطبع به: `longread` هو `Templates/longread.html`.

        The theme's own template that prints it: `country` is `Templates/country.html`.
        قالب خاص من التصميم تُطبع به: `country` هو `Templates/country.html`.

        Makes it a landing page, which lists stories: `{section, tag, author, kind, sort, limit, page_size, feed}`.
        يجعلها صفحة تسرد المواد: `{section, tag, author, kind, sort, limit, page_size, feed}`.

        Stories of this section; several are a list.
        مواد هذا القسم؛ وعدة أقسام قائمة.

        Stories with this tag, or one of these.
        المواد التي لها هذا الوسم، أو أحد هذه الوسوم.

        Stories by this author, or one of these.
        مواد هذا الكاتب، أو أحد هؤلاء.

        Stories of this kind, or one of these.
        المواد من هذا النوع، أو أحد هذه الأنواع.

        `newest` (the default), `oldest`, `updated` or `title`; the last two give one page.
        «الأحدث» (إن لم يُكتب) أو «الأقدم» أو «آخر تحديث» أو «العنوان»؛ والأخيران في صفحة واحدة.

        How many stories there are at most; gives one page.
        أقصى عدد للمواد؛ ويجعلها صفحة واحدة.

        How many stories a page holds; that of site.yaml by default.
        عدد مواد الصفحة؛ وهو ما في site.yaml إن لم يُكتب.

        `true` gives the list a feed of its own.
        «نعم» يجعل للقائمة خلاصة خاصة بها.

        The theme's own template that prints its list.
        قالب خاص من التصميم تُطبع به قائمته.

        The theme's own template that prints its articles, where they name none.
        قالب خاص من التصميم تُطبع به مواده التي لا تذكر قالبًا.

        The headline; required.
        العنوان؛ مطلوب.

        The headline where a link is shared; `title` by default.
        العنوان حين يُشارَك الرابط؛ وهو `title` إن لم يُكتب.

        The headline that search engines show; `title` by default.
        العنوان الذي تعرضه محركات البحث؛ وهو `title` إن لم يُكتب.

        A few words above the headline.
        كلمات قليلة فوق العنوان.

        What the article says, in one or two sentences.
        ما تقوله المادة في جملة أو جملتين.

        When it is published; a date in the future is an embargo. Required, but for a file whose name begins with the day.
        موعد النشر؛ والموعد المقبل حظر نشر. مطلوب، إلا لملف يبدأ اسمه باليوم.

        When it was last changed in substance.
        موعد آخر تعديل يهم القارئ.

        Who wrote it: names, or `{name, role}`.
        من كتبها: أسماء، أو `{name, role}`.

        The same for several.
        مثله لعدة كتّاب.

        One of the outlet's sections.
        قسم من أقسام الموقع.

        Subjects, split at commas.
        الموضوعات، تفصل بينها فواصل.

        The lead picture: `{src, alt, caption, credit, focus}`.
        الصورة الرئيسة: `{src, alt, caption, credit, focus}`.

        Where it comes from: a name, or `{name, url, canonical}`.
        من أين جاءت: اسم، أو `{name, url, canonical}`.

        `news`, `opinion`, `analysis`, `report`, `interview`, `live`, `sponsored`, `investigation`, `editorial`, `factcheck`, `video` or `cartoon`.
        «خبر» أو «رأي» أو «تحليل» أو «تقرير» أو «مقابلة» أو «تغطية مباشرة» أو «محتوى برعاية» أو «تحقيق» أو «افتتاحية» أو «تدقيق معلومات» أو «فيديو» أو «كاريكاتير».

        The last part of its URL; the file's name by default.
        آخر جزء من عنوان الصفحة؛ وهو اسم الملف إن لم يُكتب.

        Paths at which it was once published.
        مسارات النشر السابقة.

        `true`, or the key alone, keeps it out of the site.
        «نعم»، أو المفتاح وحده، تُبقيها خارج الموقع.

        When it leaves the site.
        متى تغادر الموقع.

        `retracted` (with a `reason`), `removed`, or `legal-removal`: removed, and `silent`.
        «مسحوب» (مع `reason`) أو «محذوف» أو «إزالة قانونية»: محذوف وبصمت.

        `true` removes without a notice: no page, no rule and no link tells of the article or its address.
        «نعم» تزيل بلا إشعار: لا صفحة ولا قاعدة ولا رابط يدل على المادة أو عنوانها.

        Why it was retracted.
        لماذا سُحبت.

        What was wrong: `{date, text}` each.
        ما كان خطأ: `{date, text}` لكل تصويب.

        The series it belongs to.
        السلسلة التي تنتمي إليها.

        Articles chosen by hand: file, slug or URL.
        مواد تختارها بنفسك: ملف أو مسار أو عنوان صفحة.

        The right of reply to this story, or the story that this is the reply to: file, slug or URL; each links the other.
        حق الرد على هذه المادة، أو المادة التي هذه ردّ عليها: ملف أو مسار أو عنوان صفحة؛ وتقود كل منهما إلى الأخرى.

        What a fact check found: `{text, rating, by, url}`, for search engines (`ClaimReview`).
        ما وجده تدقيق المعلومات: `{text, rating, by, url}`، لمحركات البحث (`ClaimReview`).

        Where it was reported from.
        المكان الذي كُتبت منه.

        `false` closes them.
        «لا» تغلق باب التعليق.

        `false` keeps it out of the search.
        «لا» تُبقيها خارج البحث.

        `true` ends live coverage.
        «نعم» تنهي التغطية المباشرة.

        `keep`: the lines of a paragraph end where they do in the file; `join`: only where they plainly should.
        «كما هي»: تنتهي أسطر الفقرة حيث تنتهي في الملف؛ «تتصل»: حيث يجب ذلك بوضوح فقط.

        What stays when the file moves.
        ما يبقى حين ينتقل الملف.

        Fields that site.yaml declares.
        حقول يعلنها site.yaml.

        The author's name.
        اسم الكاتب.

        What they did: تصوير, ترجمة.
        ما فعله: تصوير، ترجمة.

        The agency or publication.
        الوكالة أو الصحيفة.

        Its address.
        عنوانها.

        Where this very text was first published.
        حيث نُشر هذا النص نفسه أول مرة.

        The claim that was checked, in a sentence.
        الادعاء الذي دُقق، في جملة.

        What was found: صحيح, مضلل, زائف.
        ما تبيّن: صحيح، مضلل، زائف.

        Who made the claim.
        من قاله.

        Where it was made.
        أين قيل.

        When it was corrected.
        متى صُحح.

        What was wrong and what is right.
        ما كان خطأ وما الصواب.

        The file, beside the article or under `/assets/`.
        الملف، بجانب المادة أو تحت `/assets/`.

        What it shows, for who cannot see it.
        ما تعرضه، لمن لا يراها.

        The line below it.
        السطر الذي تحتها.

        Who made it.
        من صنعها.

        The part that must stay in sight when it is cropped.
        الجزء الذي يجب أن يبقى ظاهرًا حين تُقص.

        The author's name as bylines have it; required.
        اسم الكاتب كما في التوقيع؛ مطلوب.

        What they are at the outlet.
        صفته في الصحيفة.

        `person` (the default) or `organization`, for a desk or an agency.
        «شخص» (وهو الأصل) أو «مؤسسة»، لمكتب أو وكالة.

        A portrait beside the file.
        صورة له بجانب الملف.

        Where else to find them: `{name, url}`.
        أين يوجد أيضًا: `{name, url}`.

        The last part of the page's URL; the file's name by default.
        آخر جزء من عنوان صفحته؛ وهو اسم الملف إن لم يُكتب.

        Paths at which the page once was.
        مسارات كانت فيها الصفحة من قبل.

        The link's text.
        كلمات الرابط.

        A path of the site or a whole address.
        مسار في الموقع أو عنوان كامل.

        The page's title; required.
        عنوان الصفحة؛ مطلوب.

        What it says, in a sentence.
        ما تقوله، في جملة.

        Paths at which it once was.
        مسارات كانت فيها من قبل.

        Its place in the list of pages.
        موضعها في قائمة الصفحات.

        The stories at the top, the lead first.
        المواد في الأعلى، وأولها أكبرها.

        The bar above the page: `{text, url, until}`.
        الشريط فوق الصفحة: `{text, url, until}`.

        The story: file, slug or path.
        المادة: ملف أو مسار أو عنوان.

        When it leaves the slot; what the other keys say then takes its place.
        متى تغادر الموضع؛ ثم يحل محلها ما تقوله المفاتيح الأخرى.

        In its place, or for want of a story, the newest of this section.
        مكانها، أو إن لم تكن مادة، أحدث ما في هذا القسم.

        The newest story with this tag.
        أحدث مادة لها هذا الوسم.

        `true`: the newest story of all.
        «نعم»: أحدث المواد كلها.

        What the bar says.
        ما يقوله الشريط.

        Where it leads.
        إلى أين يقود.

        When it goes.
        متى يذهب.

        What stands below, in this order; without it each section has a block of four on the front page.
        ما تحتها بهذا الترتيب؛ وبلا هذا المفتاح لكل قسم كتلة من أربع مواد في الصفحة الأولى.

        Fronts of sections by their names, each with slots and blocks of its own.
        واجهات الأقسام بأسمائها، لكل منها مواضع وكتل.

        The newest stories of this section.
        أحدث مواد هذا القسم.

        The newest stories with this tag.
        أحدث ما له هذا الوسم.

        The newest stories of this author.
        أحدث مواد هذا الكاتب.

        The rows of a file of `Content/data/`, with the stories they name.
        صفوف ملف من `Content/data/`، مع المواد التي تذكرها.

        Stories chosen by hand: file, slug or path.
        مواد تُختار باليد: ملف أو مسار أو عنوان.

        How many at most: 4, but for stories chosen by hand.
        عددها في الأكثر: 4، إلا ما اختير باليد.

        How they are shown: the name of a template in `Templates/blocks/`.
        كيف تُعرض: اسم قالب في `Templates/blocks/`.

        What stands above them; the name of their section, tag or author by default.
        ما يعلوها؛ وهو اسم القسم أو الوسم أو الكاتب إن لم يُكتب.

        Where the title leads; to their own page by default.
        إلى أين يقود العنوان؛ وهو صفحتها إن لم يُكتب.

        `false` keeps advertisements and scripts of others off its page.
        «لا» تُبقي صفحتها بلا إعلانات ولا برامج من غير الموقع.

        Its language, where it is not the site's.
        لغتها إن خالفت لغة الموقع.
        """
}
