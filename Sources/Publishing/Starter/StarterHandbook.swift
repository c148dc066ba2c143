/// The handbook of a new outlet: what editors write where, and how it is published.
enum StarterHandbook {
    static let text = """
        <div dir="rtl">

        # دليل التحرير

        كل ما في الموقع ملفات نصية في هذا المجلد. اكتب، ثم احفظ، ثم انشر.

        ## أين أكتب ماذا

        | المجلد أو الملف | ما فيه |
        |---|---|
        | `Content/articles` | المواد: ملف لكل مادة، وصورها بجانبها |
        | `Content/authors` | الكتّاب والمكاتب: الاسم والصورة والنبذة |
        | `Content/pages` | الصفحات الثابتة: من نحن، سياسة التصويب |
        | `Content/frontpage.yaml` | ترتيب الواجهة، والخبر العاجل |
        | `Content/site.yaml` | اسم الصحيفة وعنوانها وأقسامها ومنطقتها الزمنية |
        | `Templates` | شكل الموقع |
        | `Public` | الموقع كما يُنشر؛ يكتبه البناء، فلا تغيّر فيه شيئًا |

        ## مادة جديدة

        ```sh
        sitegen new article "عنوان الخبر"
        ```

        يكتب هذا الأمر الملف ويطبع مساره. المادة مسودة حتى تحذف السطر `draft: true`. وأولها هكذا:

        ```yaml
        ---
        title: عنوان الخبر كما هو
        date: 2026-01-24
        author: سلمى الطحان
        section: أخبار
        tags: مطر، ماء
        image: {src: rain.jpg, alt: ما في الصورة لمن لا يراها}
        ---
        ```

        - التاريخ في المستقبل حظر نشر: تبقى المادة محجوبة حتى يحين.
        - تصويب الخطأ سطر `corrections` في المادة، فيراه من قرأ الخطأ.
        - سحب المادة `status: removed`، لا حذف ملفها: عنوانها يبقى ويقول إنها سُحبت.
        - من كان اسمه خطرًا عليه: `sitegen author withdraw "الاسم" --as "قسم التحرير"`.

        ## شاهد ما تكتب

        ```sh
        sitegen serve
        ```

        ثم افتح http://127.0.0.1:8000، وكل حفظ يظهر في الصفحة. و`sitegen check` يذكر كل خطأ بسطره وعلاجه، و
        `sitegen help` يعدد الأوامر.

        ## انشر

        - على GitHub: ارفع المجلد إلى مستودع فرعه `main`، واتبع السطر الأول من `.github/workflows/publish.yml`.
        - على GitLab: مثله في `.gitlab-ci.yml`.
        - على خادمكم: يُبنى الموقع ويُرفع كل خمس دقائق، فيظهر ما حان موعده ويختفي ما انتهى أو سُحب، ولو كان في مادة أخرى
          خطأ. ضع هذا السطر في `crontab -e` بعد أن تضع فيه مجلدكم وخادمكم:

        ```cron
        */5 * * * *  cd /srv/outlet && { sitegen build --hold-broken --quiet || [ $? -eq 3 ]; } && rsync -a --delete-after Public/ server:/srv/www/
        ```

        احذف ملفي النشر اللذين لا تحتاجون إليهما. و`sitegen next` يقول متى يتغير الموقع من تلقاء نفسه.

        ## شكل الموقع

        الألوان والخطوط في أول `Templates/assets/style.css`. وحين يأتي إصدار جديد من البرنامج:

        ```sh
        sitegen upgrade theme --dry-run    # ما الذي تغير
        sitegen upgrade theme
        ```

        ما لم تغيّروه يتجدد، وما غيّرتموه يبقى كما هو، والجديد بجانبه في ملف ينتهي بـ `.new`: خذ منه ما تريد ثم احذفه.
        الملف `Templates/.theme` سجل هذا، فاحفظه مع غيره.

        </div>

        """
}
