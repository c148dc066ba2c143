/// What builds, checks and publishes an outlet on GitHub and on GitLab: after every push, and by the clock.
///
/// A remark of `check` stops nothing, and neither does a broken article: what is taken back leaves the site whatever else
/// is wrong. `Public/` and `.sitegen/` are kept from one run to the next, since the last pages of broken articles and the
/// renditions of pictures are there.
enum StarterWorkflow {
    static let github = """
        # ينشر الموقع على GitHub Pages بعد كل حفظ، ثم كل ربع ساعة ليظهر ما حان موعده ويختفي ما انتهى.
        # مرة واحدة في Settings: اختر GitHub Actions في Pages، وضع عنوان حزمة sitegen (ملف ‎.deb) في المتغير SITEGEN_PACKAGE.
        name: publish
        on:
          push:
            branches: [main]
          pull_request:
          schedule:
            - cron: "*/15 * * * *"
          workflow_dispatch:
        permissions:
          contents: read
          pages: write
          id-token: write
        concurrency:
          group: publish-${{ github.ref }}
        jobs:
          publish:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - name: Install sitegen
                env:
                  PACKAGE: ${{ vars.SITEGEN_PACKAGE }}
                run: |
                  [ -n "$PACKAGE" ] || { echo "::error::ضع عنوان حزمة sitegen في المتغير SITEGEN_PACKAGE"; exit 1; }
                  curl -fsSL -o "$RUNNER_TEMP/sitegen.deb" "$PACKAGE"
                  sudo apt-get update -q && sudo apt-get install -y -q "$RUNNER_TEMP/sitegen.deb"
              - uses: actions/cache@v4
                if: github.event_name != 'pull_request'
                with:
                  path: |
                    Public
                    .sitegen
                  key: site-${{ github.run_id }}
                  restore-keys: site-
              - name: Check
                run: sitegen check --format github
                # مقال فيه خطأ لا يمنع نشر غيره، ولا سحب ما يجب سحبه؛ أما طلب الدمج فيُمنع.
                continue-on-error: ${{ github.event_name != 'pull_request' }}
              - name: Build
                # 3: نُشر الموقع وبقيت المقالات المكسورة على آخر صورة لها. أول بناء لا صورة قبله، فيوقفه الخطأ.
                if: github.event_name != 'pull_request'
                run: sitegen build $([ -e Public/.sitegen-manifest ] && echo --hold-broken) || [ $? -eq 3 ]
              - uses: actions/upload-pages-artifact@v3
                if: github.event_name != 'pull_request'
                with:
                  path: Public
          deploy:
            needs: publish
            if: github.event_name != 'pull_request'
            runs-on: ubuntu-latest
            environment:
              name: github-pages
              url: ${{ steps.pages.outputs.page_url }}
            steps:
              - id: pages
                uses: actions/deploy-pages@v4

        """

    static let gitlab = """
        # ينشر الموقع على GitLab Pages بعد كل حفظ، وكلما حان جدول تضيفه في Build ← Pipeline schedules (مثل ‎*/15 * * * *).
        # مرة واحدة في Settings ← CI/CD ← Variables: ضع عنوان حزمة sitegen (ملف ‎.deb) في المتغير SITEGEN_PACKAGE.
        image: debian:stable-slim

        .sitegen:
          before_script:
            - '[ -n "$SITEGEN_PACKAGE" ] || { echo "ضع عنوان حزمة sitegen في المتغير SITEGEN_PACKAGE"; exit 1; }'
            - apt-get update -q && apt-get install -y -q --no-install-recommends ca-certificates curl
            - curl -fsSL -o /tmp/sitegen.deb "$SITEGEN_PACKAGE" && apt-get install -y -q /tmp/sitegen.deb

        check:
          extends: .sitegen
          # مقال فيه خطأ لا يمنع نشر غيره، ولا سحب ما يجب سحبه.
          allow_failure: true
          script:
            - sitegen check

        pages:
          extends: .sitegen
          stage: deploy
          needs: []
          rules:
            - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
          # بناءان معًا يمحو أحدهما ما كتبه الآخر.
          resource_group: publish
          cache:
            key: site
            paths: [Public, .sitegen]
          script:
            # 3: نُشر الموقع وبقيت المقالات المكسورة على آخر صورة لها. أول بناء لا صورة قبله، فيوقفه الخطأ.
            - sitegen build $([ -e Public/.sitegen-manifest ] && echo --hold-broken) || [ $? -eq 3 ]
            - rm -rf public && cp -r Public public
          artifacts:
            paths: [public]

        """
}
