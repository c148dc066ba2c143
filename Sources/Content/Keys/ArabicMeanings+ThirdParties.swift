extension ArabicMeanings {
    /// Of what comes onto pages from others, as `articles`.
    static let thirdParties = """
        `false` keeps advertisements and scripts of others off its page.
        «لا» تُبعد الإعلانات وبرامج الآخرين عن صفحتها.

        `false` keeps advertisements and scripts of others off its pages and its articles'.
        «لا» تُبعد الإعلانات وبرامج الآخرين عن صفحاته وصفحات مواده.

        Places for advertisements by their names, each `{phone, desktop, element, frame, attributes, pages, consent, after_paragraph}`, with the lines of `ads.txt` under `txt`; or those lines alone.
        مواضع الإعلانات بأسمائها، لكل منها `{phone, desktop, element, frame, attributes, pages, consent, after_paragraph}`، وأسطر `ads.txt` تحت `txt`؛ أو تلك الأسطر وحدها.

        Scripts besides the theme's: `{source, file, integrity, async, attributes, pages, consent, needs}`.
        برامج غير برامج القالب: `{source, file, integrity, async, attributes, pages, consent, needs}`.

        What readers are asked before scripts come that wait for it: `statistics: …`, a sentence each.
        ما يُسأل عنه القراء قبل أن تأتي البرامج التي تنتظره: `statistics: …`، جملة لكل اسم.

        Hosts and hashes that pages may load from besides the site: `img-src: https://cdn.example.org`; under `report` who is told what is blocked.
        المضيفون والبصمات التي تحمّل الصفحات منها غير الموقع: `img-src: https://cdn.example.org`؛ وتحت `report` من يُخبَر بما مُنع.

        The https address of a script of another host.
        عنوان https لبرنامج مضيف آخر.

        In its place a file of `Content/assets`, such as `statistics.js`.
        بدلًا منه ملف من `Content/assets`، مثل `statistics.js`.

        The digest that the file must have, such as `sha384-…`: another one is not run.
        البصمة التي يجب أن تكون للملف، مثل `sha384-…`: لا يُشغَّل سواه.

        `true` runs it as soon as it is there; else once the page is read.
        «نعم» تشغّله فور وصوله؛ وإلا بعد قراءة الصفحة.

        `true`, the default: it runs once the page is read.
        «نعم»، وهو الأصل: يعمل بعد قراءة الصفحة.

        Attributes of the element: `data-…`, `id` and `crossorigin`.
        سمات العنصر: `data-…` و`id` و`crossorigin`.

        Where it stands: `all` (the default), or some of `home`, `articles`, `lists`, `pages`, `search`.
        أين يقع: `all` (وهو الأصل)، أو بعض من `home` و`articles` و`lists` و`pages` و`search`.

        The consent of site.yaml without which it is not loaded.
        الموافقة التي لا يُحمَّل بدونها، من site.yaml.

        What it loads, sends and shows: `connect-src: https://statistics.example`, as `csp` has it.
        ما يحمّله ويرسله ويعرضه: `connect-src: https://statistics.example`، كما في `csp`.

        Room on a phone, width and height in pixels, such as `320x100`; where it is absent, phones do not show it.
        المساحة على الهاتف، عرض وارتفاع بالبكسل، مثل `320x100`؛ وإن غابت لم يظهر على الهواتف.

        Room on wider windows, such as `970x250`.
        المساحة على النوافذ الأعرض، مثل `970x250`.

        `ins` (the default) or `div`: what the network fills.
        `ins` (وهو الأصل) أو `div`: ما تملؤه الشبكة.

        In its place a page of another site, by its https address.
        بدلًا منه صفحة من موقع آخر، بعنوانها https.

        Attributes of the element: `data-…`, `id` and `class`.
        سمات العنصر: `data-…` و`id` و`class`.

        The consent without which a frame is not loaded.
        الموافقة التي لا يُحمَّل الإطار بدونها.

        Puts it into the texts of articles, behind this paragraph.
        يضعه في نصوص المقالات، بعد هذه الفقرة.

        How many paragraphs a text has at least that it is put into; three more than `after_paragraph` by default.
        أقل عدد لفقرات النص الذي يوضع فيه؛ والأصل ثلاث فوق `after_paragraph`.
        """
}
