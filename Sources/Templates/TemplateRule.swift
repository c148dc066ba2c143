package import Base

/// What a template may say.
package enum TemplateRule: String, Rule {
    case invalidUTF8 = "invalid-utf8"
    case templateSyntax = "template-syntax"
    case unclosedTag = "unclosed-tag"
    case unclosedBlock = "unclosed-block"
    case unclosedString = "unclosed-string"
    case unknownTag = "unknown-tag"
    case strayTag = "stray-tag"
    case tooDeep = "too-deep"
    case leftOut = "left-out"
    case unknownTemplate = "unknown-template"
    case unknownBlock = "unknown-block"
    case unknownVariable = "unknown-variable"
    case unknownName = "unknown-name"
    case unknownField = "unknown-field"
    case unknownFilter = "unknown-filter"
    case unknownTest = "unknown-test"
    case unknownFunction = "unknown-function"
    case unknownMacro = "unknown-macro"
    case wrongArguments = "wrong-arguments"
    case wrongType = "wrong-type"
    case wrongValue = "wrong-value"
    case requiredBlock = "required-block"
    case definedInIf = "defined-in-if"
    case templateCycle = "template-cycle"
    case blockCycle = "block-cycle"
    case macroCycle = "macro-cycle"
    case templateTooLarge = "template-too-large"
    case htmlContext = "html-context"
    case render
    case json

    package static var theme: (english: String, arabic: String) { ("Templates", "القوالب") }

    package var explanation: Explanation {
        switch self {
        case .invalidUTF8:
            Explanation(
                en: "A template is UTF-8.",
                cause: "It was saved in another encoding.",
                cure: "Save the file as UTF-8.",
                ar: "القالب بترميز UTF-8.",
                cause: "حُفظ بترميز آخر.",
                cure: "احفظ الملف بترميز UTF-8.",
                Example(
                    .told, "Windows-1256", mended: "UTF-8"))
        case .templateSyntax:
            Explanation(
                en: "A tag is written as Jinja writes it.",
                cause: "A sign is missing, or stands where it may not; invisible characters count too.",
                cure: "Write what the message asks for at the place that it names.",
                ar: "يُكتب الوسم كما في Jinja.",
                cause: "تنقص علامة، أو هي في غير موضعها؛ والمحارف الخفية منها.",
                cure: "اكتب ما تطلبه الرسالة في الموضع الذي تسمّيه.",
                Example(
                    .template, "{{ article.title + }}", mended: "{{ article.title }}"))
        case .unclosedTag:
            Explanation(
                en: "A tag ends with “}}” or “%}”, a comment with “#}”.",
                cause: "The end is missing.",
                cure: "Write it.",
                ar: "ينتهي الوسم بـ«}}» أو «%}»، والتعليق بـ«#}».",
                cause: "النهاية ناقصة.",
                cure: "اكتبها.",
                Example(
                    .template, "<h1>{{ article.title</h1>", mended: "<h1>{{ article.title }}</h1>"))
        case .unclosedBlock:
            Explanation(
                en: "Each “if”, “for” and “block” has its end.",
                cause: "The tag that closes it is missing.",
                cure: "Write the tag that the message names.",
                ar: "لكل «if» و«for» و«block» نهايته.",
                cause: "ينقص الوسم الذي يغلقه.",
                cure: "اكتب الوسم الذي تسمّيه الرسالة.",
                Example(
                    .template, "{% if article.kicker %}<p>{{ article.kicker }}</p>",
                    mended: "{% if article.kicker %}<p>{{ article.kicker }}</p>{% endif %}"))
        case .unclosedString:
            Explanation(
                en: "A text in a tag stands between two quotation marks of one kind.",
                cause: "The second is missing.",
                cure: "Write it.",
                ar: "النص داخل الوسم بين علامتي اقتباس من نوع واحد.",
                cause: "الثانية ناقصة.",
                cure: "اكتبها.",
                Example(
                    .template, #"{{ text("updated) }}"#, mended: #"{{ text("updated") }}"#))
        case .unknownTag:
            Explanation(
                en: "A tag begins with a word that the language has.",
                cause: "The word is mistyped, or comes from another template language.",
                cure: "Write the word that the message suggests.",
                ar: "يبدأ الوسم بكلمة من اللغة.",
                cause: "كُتبت الكلمة خطأ، أو هي من لغة قوالب أخرى.",
                cure: "اكتب الكلمة التي تقترحها الرسالة.",
                Example(
                    .template, "{% if article.kicker %}a{% elseif article.title %}b{% endif %}",
                    mended: "{% if article.kicker %}a{% elif article.title %}b{% endif %}"))
        case .strayTag:
            Explanation(
                en: "An end such as “endif” closes something that is open.",
                cause: "Nothing of its kind is open there.",
                cure: "Delete it, or write the beginning.",
                ar: "النهاية مثل «endif» تغلق شيئًا مفتوحًا.",
                cause: "لا شيء من نوعها مفتوح هناك.",
                cure: "احذفها، أو اكتب البداية.",
                Example(
                    .template, "<p>{{ article.title }}</p>{% endif %}", mended: "<p>{{ article.title }}</p>"))
        case .tooDeep:
            Explanation(
                en: "Expressions and tags stand in one another as deep as people write them.",
                cause: "There are hundreds of levels.",
                cure: "Take the inner part out into a “set” or a “macro”.",
                ar: "تتداخل العبارات والوسوم بقدر ما يكتبه الناس.",
                cause: "فيها مئات المستويات.",
                cure: "انقل الجزء الداخلي إلى «set» أو «macro».",
                Example(
                    .told, "{{ ((((((((((… 1 …)))))))))) }}", mended: "{{ 1 }}"))
        case .leftOut:
            Explanation(
                en: "Some of what Jinja has is left out, since a page must come out the same each time and soon.",
                cause: "The template uses such a tag, filter or form.",
                cure: "Write what the message suggests; docs/templates.md lists what is left out, and why.",
                ar: "بعض ما في Jinja تُرك عمدًا، لتخرج الصفحة نفسها كل مرة وبسرعة.",
                cause: "يستعمل القالب وسمًا أو مرشّحًا أو صيغة منه.",
                cure: "اكتب ما تقترحه الرسالة؛ وفي docs/templates.md كل ما تُرك ولماذا.",
                Example(
                    .template, "{{ article.title.upper() }}", mended: "{{ article.title | upper }}"))
        case .unknownTemplate:
            Explanation(
                en: "A template that is included, imported or extended lies in Templates/.",
                cause: "No file has this name.",
                cure: "Correct the name, or add the file.",
                ar: "القالب الذي يُضمَّن أو يُستورد أو يُمتد منه موجود في Templates.",
                cause: "لا ملف بهذا الاسم.",
                cure: "صحّح الاسم، أو أضف الملف.",
                Example(
                    .template, #"{% include "sorce.html" %}"#, mended: "{{ article.title }}"))
        case .unknownBlock:
            Explanation(
                en: "A block takes the place of one that the extended template has.",
                cause: "That template has no block of this name, and nothing of this one would be printed.",
                cure: "Correct the name.",
                ar: "تحل الكتلة محل كتلة في القالب الأب.",
                cause: "ليس فيه كتلة بهذا الاسم، فلن يُطبع منها شيء.",
                cure: "صحّح الاسم.",
                Example(
                    .template, #"{% extends "base.html" %}{% block contnet %}{{ article.title }}{% endblock %}"#,
                    mended: #"{% extends "base.html" %}{% block content %}{{ article.title }}{% endblock %}"#))
        case .unknownVariable:
            Explanation(
                en: "A template sees the values of its page and what it has set itself.",
                cause: "No value of this name is to be seen there.",
                cure: "Correct the name; docs/templates.md says what each template sees.",
                ar: "يرى القالب قيم صفحته وما عرّفه هو.",
                cause: "لا قيمة بهذا الاسم هناك.",
                cure: "صحّح الاسم؛ وفي docs/templates.md ما يراه كل قالب.",
                Example(
                    .template, "{{ artcle.title }}", mended: "{{ article.title }}"))
        case .unknownName:
            Explanation(
                en: "An imported template has the macros and values that it defines.",
                cause: "It defines none of this name.",
                cure: "Correct the name, or define it there.",
                ar: "للقالب المستورد ما يعرّفه من ماكرو وقيم.",
                cause: "لا يعرّف شيئًا بهذا الاسم.",
                cure: "صحّح الاسم، أو عرّفه هناك.",
                Example(
                    .template, #"{% import "ui.html" as ui %}{{ ui.nothing }}"#,
                    mended: #"{% import "ui.html" as ui %}{{ ui.label() }}"#))
        case .unknownField:
            Explanation(
                en: "A value has the fields that docs/templates.md lists.",
                cause: "It has no field of this name.",
                cure: "Correct the name as the message suggests.",
                ar: "للقيمة الحقول المذكورة في docs/templates.md.",
                cause: "ليس فيها حقل بهذا الاسم.",
                cure: "صحّح الاسم كما تقترح الرسالة.",
                Example(
                    .template, "{{ article.titel }}", mended: "{{ article.title }}"))
        case .unknownFilter:
            Explanation(
                en: "Behind “|” stands a filter that the language has.",
                cause: "There is none of this name.",
                cure: "Correct the name; docs/templates.md lists them all.",
                ar: "بعد «|» مرشّح من مرشّحات اللغة.",
                cause: "لا مرشّح بهذا الاسم.",
                cure: "صحّح الاسم؛ وكلها في docs/templates.md.",
                Example(
                    .template, "{{ article.title | uper }}", mended: "{{ article.title | upper }}"))
        case .unknownTest:
            Explanation(
                en: "Behind “is” stands a test that the language has.",
                cause: "There is none of this name.",
                cure: "Correct the name; docs/templates.md lists them all.",
                ar: "بعد «is» اختبار من اختبارات اللغة.",
                cause: "لا اختبار بهذا الاسم.",
                cure: "صحّح الاسم؛ وكلها في docs/templates.md.",
                Example(
                    .template, "{% if article.kicker is definde %}{{ article.kicker }}{% endif %}",
                    mended: "{% if article.kicker is defined %}{{ article.kicker }}{% endif %}"))
        case .unknownFunction:
            Explanation(
                en: "A function that is called is one of the language, or a macro that the template sees.",
                cause: "There is none of this name.",
                cure: "Correct the name, or import the macro.",
                ar: "الدالة المستدعاة من اللغة، أو ماكرو يراه القالب.",
                cause: "لا شيء بهذا الاسم.",
                cure: "صحّح الاسم، أو استورد الماكرو.",
                Example(
                    .template, #"{{ txt("updated") }}"#, mended: #"{{ text("updated") }}"#))
        case .unknownMacro:
            Explanation(
                en: "A macro that is imported by name is defined in that template.",
                cause: "It defines none of this name.",
                cure: "Correct the name, or define the macro there.",
                ar: "الماكرو المستورد باسمه معرّف في ذلك القالب.",
                cause: "لا يعرّف ماكرو بهذا الاسم.",
                cure: "صحّح الاسم، أو عرّف الماكرو هناك.",
                Example(
                    .template, #"{% from "ui.html" import lable %}{{ lable() }}"#,
                    mended: #"{% from "ui.html" import label %}{{ label() }}"#))
        case .wrongArguments:
            Explanation(
                en: "A filter or function is given what it asks for.",
                cause: "One argument is missing, one too many or of another kind, or a word is unknown.",
                cure: "Compare with its line in docs/templates.md.",
                ar: "تُعطى الدالة أو المرشّح ما يطلبه.",
                cause: "وسيط ناقص أو زائد أو من نوع آخر، أو كلمة مجهولة.",
                cure: "قارن بسطره في docs/templates.md.",
                Example(
                    .template, #"{{ text("updatd") }}"#, mended: #"{{ text("updated") }}"#))
        case .wrongType:
            Explanation(
                en: """
                    A value is used as its kind allows: a list is gone through, a text printed, a number counted with.
                    """,
                cause: "Its kind does not allow this.",
                cure: "Print one of its fields, or use a value of the kind that the message names.",
                ar: "تُستعمل القيمة بحسب نوعها: القائمة تُعدّ عناصرها، والنص يُطبع، والعدد يُحسب به.",
                cause: "نوعها لا يسمح بهذا.",
                cure: "اطبع حقلًا من حقولها، أو استعمل قيمة من النوع الذي تسمّيه الرسالة.",
                Example(
                    .template, "{% for x in article.title %}{{ x }}{% endfor %}",
                    mended: "{% for x in article.tags %}{{ x.name }}{% endfor %}"))
        case .wrongValue:
            Explanation(
                en: "What is computed from fixed values has a result.",
                cause: "It has none on any page, such as a division by zero.",
                cure: "Correct the values.",
                ar: "لما يُحسب من قيم ثابتة نتيجة.",
                cause: "لا نتيجة له في أي صفحة، كالقسمة على صفر.",
                cure: "صحّح القيم.",
                Example(
                    .template, "{{ 1 / 0 }}", mended: "{{ 1 / 2 }}"))
        case .requiredBlock:
            Explanation(
                en: "A block that is marked “required” is written by each template that extends this one.",
                cause: "The template does not write it.",
                cure: "Add the block.",
                ar: "الكتلة الموسومة «required» يكتبها كل قالب يمتد من هذا.",
                cause: "لم يكتبها القالب.",
                cure: "أضف الكتلة.",
                Example(
                    .template, "{% block a required %}{% endblock %}",
                    mended: "{% block a %}{{ article.title }}{% endblock %}"))
        case .definedInIf:
            Explanation(
                en: "A macro or an import that stands in an “if” is used inside of that “if”.",
                cause: "It is used behind it, where it may not be there.",
                cure: "Define it before the “if”, and put the “if” inside of it.",
                ar: "الماكرو أو الاستيراد داخل «if» يُستعمل داخلها.",
                cause: "استُعمل بعدها، حيث قد لا يكون معرّفًا.",
                cure: "عرّفه قبل «if»، وضع «if» داخله.",
                Example(
                    .template, "{% if article.kicker %}{% macro a() %}1{% endmacro %}{% endif %}{{ a() }}",
                    mended: "{% macro a() %}{% if article.kicker %}1{% endif %}{% endmacro %}{{ a() }}"))
        case .templateCycle:
            Explanation(
                en: "A template does not include, import or extend itself.",
                cause: "It does, perhaps by way of others, and a page would never end.",
                cure: "Take one of the steps out that the message lists.",
                ar: "لا يضمّن القالب نفسه ولا يستوردها ولا يمتد منها.",
                cause: "يفعل ذلك، وربما عبر قوالب أخرى، فلا تنتهي الصفحة.",
                cure: "احذف إحدى الخطوات التي تعددها الرسالة.",
                Example(
                    .template, #"{% include "article.html" %}"#, mended: "{{ article.title }}"))
        case .blockCycle:
            Explanation(
                en: "A block does not print itself.",
                cause: "It names itself with “self”, and a page would never end.",
                cure: "Take that out.",
                ar: "لا تطبع الكتلة نفسها.",
                cause: "تذكر نفسها بـ«self»، فلا تنتهي الصفحة.",
                cure: "احذف ذلك.",
                Example(
                    .template, "{% block a %}{{ self.a() }}{% endblock %}",
                    mended: "{% block a %}{{ article.title }}{% endblock %}"))
        case .macroCycle:
            Explanation(
                en: "A macro does not call itself.",
                cause: "It does, perhaps by way of others, and a page would never end.",
                cure: "Write the levels one by one.",
                ar: "لا يستدعي الماكرو نفسه.",
                cause: "يفعل ذلك، وربما عبر غيره، فلا تنتهي الصفحة.",
                cure: "اكتب المستويات واحدًا واحدًا.",
                Example(
                    .template, "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
                    mended: "{% macro a() %}1{% endmacro %}{{ a() }}"))
        case .templateTooLarge:
            Explanation(
                en: "A page is as large as people read.",
                cause: "Macros or includes that call others several times each would write it out without end.",
                cure: "Take one level out.",
                ar: "الصفحة بقدر ما يُقرأ.",
                cause: "ماكرو أو قوالب يستدعي كل منها غيره مرات عدة، فتُكتب بلا نهاية.",
                cure: "احذف مستوى منها.",
                Example(
                    .told, "forty macros, each of which calls the next one twice", mended: "one macro in a loop",
                    ar: "أربعون ماكرو يستدعي كل منها التالي مرتين", mended: "ماكرو واحد في حلقة"))
        case .htmlContext:
            Explanation(
                en: "A value is printed only where escaping protects it: in text and in attributes between quotes.",
                cause: "An attribute has no quotes, or the place is a script, a style or a handler.",
                cure: "Put the attribute's value between quotes, or do what the message suggests.",
                ar: "لا تُطبع القيمة إلا حيث يحميها الترميز: في النص، وفي سمة بين علامتي اقتباس.",
                cause: "السمة بلا علامتي اقتباس، أو الموضع برنامج أو نمط.",
                cure: "ضع قيمة السمة بين علامتي اقتباس، أو افعل ما تقترحه الرسالة.",
                Example(
                    .template, "<p class={{ article.title }}>", mended: #"<p class="{{ article.title }}">"#))
        case .render:
            Explanation(
                en: "A template that is tried out with “sitegen render” asks for values that its file has.",
                cause: "It asks for a field of a value that is not there.",
                cure: "Add the value to the file, or ask “is defined” before.",
                ar: "القالب الذي يُجرَّب بالأمر «sitegen render» يطلب قيمًا موجودة في ملفها.",
                cause: "يطلب حقلًا من قيمة غير موجودة.",
                cure: "أضف القيمة إلى الملف، أو اسأل قبلها «is defined».",
                Example(
                    .told, #"{{ page.author.name }}   {"page": {}}"#,
                    mended: #"{{ page.author.name }}   {"page": {"author": {"name": "…"}}}"#))
        case .json:
            Explanation(
                en: "The values for “sitegen render” are an object in JSON.",
                cause: """
                    A quotation mark, a comma or a brace is not as JSON has it, or there is another value than an \
                    object.
                    """,
                cure: "Correct the place that the message names.",
                ar: "قيم «sitegen render» كائن بصيغة JSON.",
                cause: "علامة اقتباس أو فاصلة أو قوس ليس كما تريده الصيغة، أو القيمة ليست كائنًا.",
                cure: "صحّح الموضع الذي تسمّيه الرسالة.",
                Example(
                    .told, #"{title: "Rain"}"#, mended: #"{"title": "Rain"}"#))
        }
    }
}
