package import Base

/// What articles and settings name: sections, tags, authors, other articles.
package enum ReferenceRule: String, Rule {
    case unknownSection = "unknown-section"
    case ambiguousSection = "ambiguous-section"
    case unknownEditor = "unknown-editor"
    case unknownMenuEntry = "unknown-menu-entry"
    case unknownArticle = "unknown-article"
    case ambiguousArticle = "ambiguous-article"
    case heldArticle = "held-article"
    case goneArticle = "gone-article"
    case unknownSlotSection = "unknown-slot-section"
    case unknownSlotTag = "unknown-slot-tag"
    case unknownFrontBlock = "unknown-front-block"
    case duplicateAuthor = "duplicate-author"
    case twinTags = "twin-tags"
    case joinedNames = "joined-names"

    package static var theme: (english: String, arabic: String) {
        ("Sections, tags, authors, other articles", "الأقسام والوسوم والكتّاب ومقالات أخرى")
    }

    package var explanation: Explanation {
        switch self {
        case .ambiguousArticle:
            Explanation(
                en: "A name means one article.",
                cause: "Two files or slugs are called so.",
                cure: "Write the file with its folder, or the address.",
                ar: "يدل الاسم على مقال واحد.",
                cause: "لملفين أو مسارين هذا الاسم.",
                cure: "اكتب الملف مع مجلده، أو العنوان.",
                Example(
                    .frontMatter, "related: match", mended: "related: articles/2024/match.md"))
        case .unknownSection:
            Explanation(
                en: "A section is one of those that site.yaml lists.",
                cause: "It is mistyped, or not listed yet.",
                cure: "Write it as in site.yaml, or add it there.",
                ar: "القسم من أقسام site.yaml.",
                cause: "كُتب خطأ، أو لم يُضف بعد.",
                cure: "اكتبه كما في site.yaml، أو أضفه هناك.",
                Example(
                    .frontMatter, "section: Nwes", mended: "section: News", ar: "القسم: Nwes", mended: "القسم: News"))
        case .ambiguousSection:
            Explanation(
                en: "A name means one section.",
                cause: "Sections beneath different ones are called so.",
                cure: "Write the name of the section above it in front, with a slash between them.",
                ar: "يدل الاسم على قسم واحد.",
                cause: "لأقسام تحت أقسام مختلفة هذا الاسم.",
                cure: "اكتب قبله اسم القسم الذي فوقه وبينهما شرطة مائلة.",
                Example(
                    .settings,
                    """
                    sections:
                      - name: News
                        children: [{name: Cities, slug: city-news}]
                      - name: Sport
                        children: [{name: Cities, slug: city-sport}]
                    navigation: [Cities]
                    """,
                    mended: """
                        sections:
                          - name: News
                            children: [{name: Cities, slug: city-news}]
                          - name: Sport
                            children: [{name: Cities, slug: city-sport}]
                        navigation: [Sport/Cities]
                        """))
        case .unknownEditor:
            Explanation(
                en: "The editor of a section has a profile in Content/authors.",
                cause: "The name is mistyped, or there is no profile of it yet.",
                cure: "Write the name or the slug as the profile has it, or add the profile.",
                ar: "لمحرر القسم ملف تعريف في Content/authors.",
                cause: "كُتب الاسم خطأ، أو لم يُضف ملف تعريفه بعد.",
                cure: "اكتب الاسم أو المسار كما في ملف التعريف، أو أضف الملف.",
                Example(
                    .settings,
                    """
                    sections:
                      - name: News
                        editor: هند الرمان
                    """,
                    mended: """
                        sections:
                          - name: News
                            editor: هند الرماني
                        """))
        case .unknownMenuEntry:
            Explanation(
                en: "An entry of the menu leads to what the site has.",
                cause: """
                    The page or the tag is mistyped, or the tag went with its last article; then the menu goes on \
                    without the entry.
                    """,
                cure: "Correct the name, or delete the entry.",
                ar: "يقود مدخل القائمة إلى شيء في الموقع.",
                cause: "كُتبت الصفحة أو الوسم خطأ، أو غاب الوسم مع آخر مقال يحمله؛ فتظهر القائمة بلا هذا المدخل.",
                cure: "صحّح الاسم، أو احذف المدخل.",
                Example(
                    .settings,
                    """
                    navigation:
                      - News
                      - page: abuot
                    """,
                    mended: """
                        navigation:
                          - News
                          - page: about
                        """))
        case .unknownArticle:
            Explanation(
                en: "An article that you name is there.",
                cause: "No file, slug or path is called so.",
                cure: "Name it by its file, as it lies in Content/articles.",
                ar: "المقال الذي تسمّيه موجود.",
                cause: "لا ملف ولا مسار بهذا الاسم.",
                cure: "اذكره باسم ملفه في Content/articles.",
                Example(
                    .frontMatter, "related: rivre.md", mended: "related: river.md", ar: "ذات صلة: rivre.md",
                    mended: "ذات صلة: river.md"))
        case .heldArticle:
            Explanation(
                en: "An article that you name is public.",
                cause: "It is a draft, under embargo or in error, and left out until then.",
                cure: "Nothing is to be done where it appears soon; else take the line out.",
                ar: "المقال الذي تسمّيه منشور.",
                cause: "هو مسودة أو تحت حظر النشر أو فيه خطأ، فتُرك حتى ينشر.",
                cure: "لا شيء عليك إن كان سينشر قريبًا؛ وإلا فاحذف السطر.",
                Example(
                    .frontMatter, "related: tomorrow.md", mended: "related: river.md", ar: "ذات صلة: tomorrow.md",
                    mended: "ذات صلة: river.md"))
        case .goneArticle:
            Explanation(
                en: "An article that you name is still there.",
                cause: "It has expired, or was retracted or removed.",
                cure: "Take the line out, or name another.",
                ar: "المقال الذي تسمّيه ما زال منشورًا.",
                cause: "انتهت مدته أو سُحب أو أُزيل.",
                cure: "احذف السطر، أو اذكر غيره.",
                Example(
                    .frontMatter, "related: gone.md", mended: "related: river.md", ar: "ذات صلة: gone.md",
                    mended: "ذات صلة: river.md"))
        case .unknownFrontBlock:
            Explanation(
                en: "A block of a front names a section, a tag, an author or a data file that is there.",
                cause: "The name is mistyped, or there is no story of it any more; the block is left out.",
                cure: "Correct the name, or delete the block.",
                ar: "تذكر كتلة الواجهة قسمًا أو وسمًا أو كاتبًا أو ملف بيانات موجودًا.",
                cause: "كُتب الاسم خطأ، أو لم يعد له مواد؛ فتُترك الكتلة.",
                cure: "صحّح الاسم، أو احذف الكتلة.",
                Example(
                    .file("Content/frontpage.yaml"),
                    """
                    blocks:
                      - section: Nwes
                    """,
                    mended: "blocks: []",
                    ar: """
                        الكتل:
                          - القسم: Nwes
                        """,
                    mended: "الكتل: []"))
        case .unknownSlotSection:
            Explanation(
                en: "A slot of the front page names a section that has articles.",
                cause: "The section is mistyped or has none yet; the slot stays empty, or the next line of it holds.",
                cure: "Correct the name.",
                ar: "يذكر موضع الواجهة قسمًا فيه مقالات.",
                cause: "كُتب القسم خطأ، أو لا مقال فيه بعد؛ فيبقى الموضع خاليًا أو يُعمل بما بعده.",
                cure: "صحّح الاسم.",
                Example(
                    .file("Content/frontpage.yaml"),
                    """
                    slots:
                      - section: Nwes
                    """,
                    mended: """
                        slots:
                          - section: News
                        """))
        case .unknownSlotTag:
            Explanation(
                en: "A slot of the front page names a tag that articles have.",
                cause: """
                    The tag is mistyped, or went with its last article; the slot stays empty, or the next line of it \
                    holds.
                    """,
                cure: "Correct the name, or delete the slot.",
                ar: "يذكر موضع الواجهة وسمًا تحمله مقالات.",
                cause: "كُتب الوسم خطأ، أو غاب مع آخر مقال يحمله؛ فيبقى الموضع خاليًا أو يُعمل بما بعده.",
                cure: "صحّح الاسم، أو احذف الموضع.",
                Example(
                    .file("Content/frontpage.yaml"),
                    """
                    slots:
                      - tag: قراة
                    """,
                    mended: """
                        slots:
                          - tag: قراءة
                        """))
        case .duplicateAuthor:
            Explanation(
                en: "An author has one profile.",
                cause: "Two files in Content/authors have the same name.",
                cure: "Delete one, or correct its name.",
                ar: "للكاتب ملف تعريف واحد.",
                cause: "لملفين في Content/authors اسم واحد.",
                cure: "احذف أحدهما، أو صحّح اسمه.",
                Example(
                    .file("Content/authors/salma.md"),
                    """
                    ---
                    name: هند الرماني
                    ---
                    """,
                    mended: """
                        ---
                        name: سلمى الطحان
                        ---
                        """))
        case .twinTags:
            Explanation(
                en: "A tag is always spelled the same.",
                cause: """
                    Two tags differ by the dots of one letter, so that readers find half of the articles under each.
                    """,
                cure: "Spell both alike where they mean the same.",
                ar: "يُكتب الوسم دائمًا كتابة واحدة.",
                cause: "وسمان لا يفرق بينهما إلا نقاط حرف، فيجد القارئ نصف المقالات تحت كل منهما.",
                cure: "وحّد الكتابة إن كان المعنى واحدًا.",
                Example(
                    .frontMatter, "tags: قراءه", mended: "tags: قراءة", ar: "الوسوم: قراءه", mended: "الوسوم: قراءة"))
        case .joinedNames:
            Explanation(
                en: "Authors are separated by commas.",
                cause: "A known author's name and another stand joined by “and”; they are taken for one person.",
                cure: "Put a comma between the two.",
                ar: "يفصل بين الكتّاب فاصلة.",
                cause: "اسم كاتب معروف واسم آخر بينهما واو؛ فعُدّا شخصًا واحدًا.",
                cure: "ضع بينهما فاصلة.",
                Example(
                    .frontMatter, "author: هند الرماني ونادر الصواف", mended: "author: هند الرماني، نادر الصواف",
                    ar: "الكاتب: هند الرماني ونادر الصواف", mended: "الكاتب: هند الرماني، نادر الصواف"))
        }
    }
}
