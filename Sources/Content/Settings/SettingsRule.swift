package import Base

/// What site.yaml and the front page's plan state.
package enum SettingsRule: String, Rule {
    case noSite = "no-site"
    case siteURL = "site-url"
    case timeZone = "time-zone"
    case timeZoneFile = "time-zone-file"
    case noTimeZones = "no-time-zones"
    case urlPattern = "url-pattern"
    case duplicateSection = "duplicate-section"
    case sectionDepth = "section-depth"
    case menuDepth = "menu-depth"
    case menuGoal = "menu-goal"
    case duplicateTag = "duplicate-tag"
    case emptySlot = "empty-slot"
    case emptyBlock = "empty-block"
    case elsewhereAll = "elsewhere-all"
    case guidHost = "guid-host"
    case guidPattern = "guid-pattern"
    case crawlerName = "crawler-name"
    case adsLine = "ads-line"
    case searchSynonym = "search-synonym"
    case refusedDocument = "refused-document"

    package static var theme: (english: String, arabic: String) { ("The site's settings", "إعدادات الموقع") }

    package var explanation: Explanation {
        switch self {
        case .duplicateTag:
            Explanation(
                en: "A name belongs to one tag.",
                cause: "Two tags of site.yaml have it, as their name or under “also”.",
                cure: "Keep it at one of them.",
                ar: "يعود الاسم إلى وسم واحد.",
                cause: "لوسمين في site.yaml، اسمًا أو تحت «أيضًا».",
                cure: "أبقه عند أحدهما.",
                Example(
                    .settings,
                    """
                    tags:
                      - {name: Iran, also: [Persia]}
                      - {name: History, also: [Persia]}
                    """,
                    mended: """
                        tags:
                          - {name: Iran, also: [Persia]}
                          - History
                        """))
        case .guidPattern:
            Explanation(
                en: "The ids of articles in feeds are an address with {id} in it once.",
                cause: "The braces are missing, or it is no address.",
                cure: "Write the address that your old system had, with {id} where the number stood.",
                ar: "معرّفات المواد في الخلاصات عنوان فيه {id} مرة واحدة.",
                cause: "نقص القوسان، أو ليس المكتوب عنوانًا.",
                cure: "اكتب العنوان كما كان في نظامك السابق، و{id} في موضع الرقم.",
                Example(.settings, "guid: \"https://example.org/\"", mended: "guid: \"https://example.org/?p={id}\""))
        case .elsewhereAll:
            Explanation(
                en: "A part of the host is elsewhere.",
                cause: "The path is the site as a whole, or the folder that it lives in.",
                cure: "Name the folder that the server answers by itself.",
                ar: "ما يجيب عنه الخادم جزء من المضيف.",
                cause: "المسار هو الموقع كله أو مجلده.",
                cure: "اذكر المجلد الذي يجيب عنه الخادم نفسه.",
                Example(
                    .settings, "elsewhere: /", mended: "elsewhere: /shop/"))
        case .noSite:
            Explanation(
                en: "A site begins with the file Content/site.yaml.",
                cause: "The command runs in another folder, or the file is not there.",
                cure: "Go to the site's folder, name it with “--site”, or start a site with “sitegen new site”.",
                ar: "يبدأ الموقع بالملف Content/site.yaml.",
                cause: "شُغّل الأمر في مجلد آخر، أو لا وجود للملف.",
                cure: """
                    انتقل إلى مجلد الموقع، أو اذكره بعد \u{200E}«--site»\u{200E}، أو ابدأ موقعًا بالأمر «sitegen new \
                    site».
                    """,
                Example(
                    .told, "sitegen build", mended: "sitegen build --site outlet"))
        case .siteURL:
            Explanation(
                en: "The site's address begins with https:// or http:// and has no “?”.",
                cause: "It is written without its beginning, or with more than an address has.",
                cure: "Write it as browsers show the front page.",
                ar: "يبدأ عنوان الموقع بـ https:// أو http:// وليس فيه «?».",
                cause: "كُتب بلا أوله، أو بأكثر من العنوان.",
                cure: "اكتبه كما يظهر في المتصفح عند فتح الصفحة الأولى.",
                Example(
                    .settings, "url: example.org", mended: "url: https://example.org/"))
        case .timeZone:
            Explanation(
                en: "A time zone has the name of a city, or is an offset.",
                cause: "The name does not exist.",
                cure: "Write a name such as Africa/Cairo, or an offset such as +03:00.",
                ar: "للمنطقة الزمنية اسم مدينة، أو هي فارق عن التوقيت العالمي.",
                cause: "لا وجود لهذا الاسم.",
                cure: "اكتب اسمًا مثل Africa/Cairo، أو فارقًا مثل \u{200E}+03:00.",
                Example(
                    .settings, "time_zone: Egypt Time", mended: "time_zone: Africa/Cairo"))
        case .timeZoneFile:
            Explanation(
                en: "The file of the outlet's time zone is whole and may be read.",
                cause: "It was cut short or overwritten on this machine, or belongs to another user alone.",
                cure: "Install the package tzdata again.",
                ar: "ملف المنطقة الزمنية للموقع سليم تمكن قراءته.",
                cause: "قُطع الملف أو كُتب فوقه في هذا الجهاز، أو هو لمستخدم آخر وحده.",
                cure: "أعد تثبيت الحزمة tzdata.",
                Example(
                    .told, "/usr/share/zoneinfo/Africa/Cairo", mended: "apt-get install --reinstall tzdata"))
        case .noTimeZones:
            Explanation(
                en: "A zone with the name of a city is read from the time zone database of the machine.",
                cause: "The machine has no such database, as small servers do.",
                cure: "Install the package tzdata, or write the offset of the zone if it never changes.",
                ar: "تُقرأ المنطقة التي لها اسم مدينة من قاعدة بيانات المناطق الزمنية في الجهاز.",
                cause: "ليس في الجهاز هذه القاعدة، كما في الخوادم الصغيرة.",
                cure: "ثبّت الحزمة tzdata، أو اكتب فارق المنطقة إن كان لا يتغير.",
                Example(
                    .told, "time_zone: Asia/Riyadh", mended: "time_zone: +03:00"))
        case .urlPattern:
            Explanation(
                en: "A pattern of addresses begins and ends with “/” and holds {slug} or {id}.",
                cause: "One of them is missing, or there is a name in braces that is unknown.",
                cure: "Write the pattern as in the example.",
                ar: "يبدأ نمط العناوين وينتهي بـ«/» ويحوي {slug} أو {id}.",
                cause: "ينقص شيء من ذلك، أو بين القوسين اسم مجهول.",
                cure: "اكتب النمط كما في المثال.",
                Example(
                    .settings,
                    """
                    urls:
                      article: /{year}/{title}
                    """,
                    mended: """
                        urls:
                          article: /{year}/{slug}/
                        """))
        case .sectionDepth:
            Explanation(
                en: "Sections have five levels at most.",
                cause: "Something lies beneath a section of the fifth level.",
                cure: "Put it beneath a section further up.",
                ar: "للأقسام خمسة مستويات على الأكثر.",
                cause: "تحت قسم من المستوى الخامس أقسام أخرى.",
                cure: "ضعها تحت قسم أعلى.",
                Example(
                    .settings,
                    """
                    sections:
                      - name: News
                        children:
                          - name: Asia
                            children:
                              - name: Iraq
                                children:
                                  - name: South
                                    children:
                                      - name: Basra
                                        children: Port
                    """,
                    mended: """
                        sections:
                          - name: News
                            children:
                              - name: Asia
                                children:
                                  - name: Iraq
                                    children:
                                      - name: South
                                        children: Basra, Port
                        """))
        case .menuDepth:
            Explanation(
                en: "The menu has two levels.",
                cause: "An entry of the second level has entries beneath it.",
                cure: "Put them on the second level, or leave them out.",
                ar: "للقائمة مستويان.",
                cause: "تحت مدخل من المستوى الثاني مداخل أخرى.",
                cure: "انقلها إلى المستوى الثاني، أو احذفها.",
                Example(
                    .settings,
                    """
                    navigation:
                      - section: News
                        children:
                          - section: Sport
                            children:
                              - page: about
                    """,
                    mended: """
                        navigation:
                          - section: News
                            children:
                              - section: Sport
                              - page: about
                        """))
        case .menuGoal:
            Explanation(
                en: "An entry of the menu leads to one thing.",
                cause: "It has several of “section”, “tag”, “page” and “url”.",
                cure: "Keep one of them, or make two entries of it.",
                ar: "يقود مدخل القائمة إلى شيء واحد.",
                cause: "فيه أكثر من واحد من «القسم» و«الوسم» و«الصفحة» و«الرابط».",
                cure: "أبقِ واحدًا منها، أو اجعله مدخلين.",
                Example(
                    .settings,
                    """
                    navigation:
                      - section: News
                        page: about
                    """,
                    mended: """
                        navigation:
                          - section: News
                          - page: about
                        """))
        case .duplicateSection:
            Explanation(
                en: "Each section stands once and has a slug of its own.",
                cause: "Two sections have the same, and so the same address; or one stands twice in its list.",
                cure: """
                    Give one of them another “slug” or delete it; sections beneath different ones may share a slug where \
                    addresses are nested.
                    """,
                ar: "يُذكر القسم مرة، ولكل قسم مساره.",
                cause: "لقسمين مسار واحد، فعنوانهما واحد؛ أو ذُكر القسم مرتين في قائمته.",
                cure: """
                    أعطِ أحدهما «slug» آخر أو احذفه؛ ويجوز المسار الواحد لقسمين تحت قسمين مختلفين إن كانت العناوين \
                    متداخلة.
                    """,
                Example(
                    .settings,
                    """
                    sections:
                      - name: News
                        slug: news
                      - name: Sport
                        slug: news
                    """,
                    mended: """
                        sections:
                          - name: News
                            slug: news
                          - name: Sport
                            slug: sport
                        """))
        case .emptyBlock:
            Explanation(
                en: "A block of a front says what it shows, and that is one thing.",
                cause: "It names none of section, tag, author, data and stories, or more than one.",
                cure: "Keep one of these lines; write a block for each.",
                ar: "تذكر كل كتلة في الواجهة ما تعرضه، وهو شيء واحد.",
                cause: "لم تذكر قسمًا ولا وسمًا ولا كاتبًا ولا بيانات ولا مواد، أو ذكرت أكثر من واحد.",
                cure: "أبقِ أحد هذه الأسطر، واكتب لكل واحد كتلة.",
                Example(
                    .file("Content/frontpage.yaml"),
                    """
                    blocks:
                      - limit: 3
                    """,
                    mended: "blocks: []"))
        case .emptySlot:
            Explanation(
                en: "A slot of the front page says what it shows.",
                cause: "It names neither an article nor a section, a tag or the newest.",
                cure: "Add one of these lines, or delete the slot.",
                ar: "يذكر كل موضع في الواجهة ما يعرضه.",
                cause: "لم يذكر مقالًا ولا قسمًا ولا وسمًا ولا الأحدث.",
                cure: "أضف أحد هذه الأسطر، أو احذف الموضع.",
                Example(
                    .file("Content/frontpage.yaml"),
                    """
                    slots:
                      - until: 2034-02-01
                    """,
                    mended: """
                        slots:
                          - article: river
                            until: 2034-02-01
                        """))
        case .guidHost:
            Explanation(
                en: "The ids of a feed carry the name of a host.",
                cause: "Something else stands there, such as a whole address.",
                cure: "Write the name alone, perhaps with the year from which on it was yours.",
                ar: "تحمل معرّفات الخلاصة اسم مضيف.",
                cause: "كُتب شيء آخر، مثل عنوان كامل.",
                cure: "اكتب الاسم وحده، وقد تتبعه السنة التي صار فيها لكم.",
                Example(
                    .settings, "guid_host: https://example.org/", mended: "guid_host: example.org,2019"))
        case .crawlerName:
            Explanation(
                en: "A crawler is named as it names itself in robots.txt.",
                cause: "Blanks or other signs stand in the name.",
                cure: "Write its product token, such as GPTBot.",
                ar: "يُسمى الزاحف بالاسم الذي يعرّف به نفسه في robots.txt.",
                cause: "في الاسم مسافات أو علامات أخرى.",
                cure: "اكتب اسمه المختصر، مثل GPTBot.",
                Example(
                    .settings,
                    """
                    crawlers:
                      "Some Bot/1.0": disallow
                    """,
                    mended: """
                        crawlers:
                          GPTBot: disallow
                        """))
        case .searchSynonym:
            Explanation(
                en: "A row of synonyms has two words at least, each of letters or of digits.",
                cause: "A name of several words stands there, or a word alone.",
                cure: "Write the one word that tells the name from others, and what readers type in its place.",
                ar: "في صف المترادفات كلمتان على الأقل، كل منهما من حروف أو من أرقام.",
                cause: "فيه اسم من عدة كلمات، أو كلمة وحدها.",
                cure: "اكتب الكلمة التي تميّز الاسم من غيره، وما يكتبه القراء بدلًا منها.",
                Example(
                    .settings,
                    """
                    search:
                      synonyms:
                        - [كورونا, COVID-19]
                    """,
                    mended: """
                        search:
                          synonyms:
                            - [كورونا, COVID]
                        """))
        case .adsLine:
            Explanation(
                en: "A line of ads.txt is a domain, an account and DIRECT or RESELLER.",
                cause: "One of the parts is missing or mistyped.",
                cure: "Copy the line as the advertising system gives it.",
                ar: "سطر ads.txt نطاق ورقم حساب ثم DIRECT أو RESELLER.",
                cause: "ينقص جزء منه أو كُتب خطأ.",
                cure: "انسخ السطر كما يعطيه نظام الإعلانات.",
                Example(
                    .settings,
                    """
                    ads:
                      - example.com, 12345
                    """,
                    mended: """
                        ads:
                          - example.com, 12345, DIRECT
                        """))
        case .refusedDocument:
            Explanation(
                en: "Programs and pages of others are never published as documents.",
                cause: "The kind of file that is listed can run on readers' machines, or under the outlet's name.",
                cure: "Take it out, and offer a PDF.",
                ar: "لا تُنشر البرامج وصفحات الغير وثائقَ أبدًا.",
                cause: "نوع الملف المذكور قد يعمل على أجهزة القراء، أو باسم الموقع.",
                cure: "احذفه وانشر PDF.",
                Example(
                    .settings,
                    """
                    documents:
                      types: [pdf, exe]
                    """,
                    mended: """
                        documents:
                          types: [pdf, docx]
                        """))
        }
    }
}
