// Bytes of files, read by the compiler (#embed: C23, 6.10.4). A file that is added to Templates/ is added here too;
// EmbeddedThemeTests compares the two.
#include "EmbeddedFiles.h"

static const uint8_t page_404_html[] = {
#embed "../../Templates/404.html"
};
static const uint8_t archive_html[] = {
#embed "../../Templates/archive.html"
};
static const uint8_t article_html[] = {
#embed "../../Templates/article.html"
};
static const uint8_t assets_ads_css[] = {
#embed "../../Templates/assets/ads.css"
};
static const uint8_t assets_consent_js[] = {
#embed "../../Templates/assets/consent.js"
};
static const uint8_t assets_script_js[] = {
#embed "../../Templates/assets/script.js"
};
static const uint8_t assets_search_js[] = {
#embed "../../Templates/assets/search.js"
};
static const uint8_t assets_embed_js[] = {
#embed "../../Templates/assets/embed.js"
};
static const uint8_t assets_live_js[] = {
#embed "../../Templates/assets/live.js"
};
static const uint8_t assets_stories_css[] = {
#embed "../../Templates/assets/stories.css"
};
static const uint8_t assets_style_css[] = {
#embed "../../Templates/assets/style.css"
};
static const uint8_t author_html[] = {
#embed "../../Templates/author.html"
};
static const uint8_t base_html[] = {
#embed "../../Templates/base.html"
};
static const uint8_t blocks_cards_html[] = {
#embed "../../Templates/blocks/cards.html"
};
static const uint8_t blocks_column_html[] = {
#embed "../../Templates/blocks/column.html"
};
static const uint8_t blocks_list_html[] = {
#embed "../../Templates/blocks/list.html"
};
static const uint8_t blocks_opinion_html[] = {
#embed "../../Templates/blocks/opinion.html"
};
static const uint8_t blocks_ranking_html[] = {
#embed "../../Templates/blocks/ranking.html"
};
static const uint8_t breaking_html[] = {
#embed "../../Templates/breaking.html"
};
static const uint8_t comments_html[] = {
#embed "../../Templates/comments.html"
};
static const uint8_t consent_html[] = {
#embed "../../Templates/consent.html"
};
static const uint8_t corrections_html[] = {
#embed "../../Templates/corrections.html"
};
static const uint8_t footer_html[] = {
#embed "../../Templates/footer.html"
};
static const uint8_t home_html[] = {
#embed "../../Templates/home.html"
};
static const uint8_t landing_html[] = {
#embed "../../Templates/landing.html"
};
static const uint8_t list_html[] = {
#embed "../../Templates/list.html"
};
static const uint8_t macros_html[] = {
#embed "../../Templates/macros.html"
};
static const uint8_t nameplate_html[] = {
#embed "../../Templates/nameplate.html"
};
static const uint8_t page_html[] = {
#embed "../../Templates/page.html"
};
static const uint8_t search_html[] = {
#embed "../../Templates/search.html"
};
static const uint8_t section_html[] = {
#embed "../../Templates/section.html"
};
static const uint8_t tag_html[] = {
#embed "../../Templates/tag.html"
};
static const uint8_t terms_html[] = {
#embed "../../Templates/terms.html"
};
static const uint8_t reload_js[] = {
#embed "../Preview/Reload/reload.js"
};

#define FILE_OF(path, array) {path, array, sizeof array}

static const struct EmbeddedFile theme[] = {
    FILE_OF("Templates/404.html", page_404_html),
    FILE_OF("Templates/archive.html", archive_html),
    FILE_OF("Templates/article.html", article_html),
    FILE_OF("Templates/assets/ads.css", assets_ads_css),
    FILE_OF("Templates/assets/consent.js", assets_consent_js),
    FILE_OF("Templates/assets/embed.js", assets_embed_js),
    FILE_OF("Templates/assets/live.js", assets_live_js),
    FILE_OF("Templates/assets/script.js", assets_script_js),
    FILE_OF("Templates/assets/search.js", assets_search_js),
    FILE_OF("Templates/assets/stories.css", assets_stories_css),
    FILE_OF("Templates/assets/style.css", assets_style_css),
    FILE_OF("Templates/author.html", author_html),
    FILE_OF("Templates/base.html", base_html),
    FILE_OF("Templates/blocks/cards.html", blocks_cards_html),
    FILE_OF("Templates/blocks/column.html", blocks_column_html),
    FILE_OF("Templates/blocks/list.html", blocks_list_html),
    FILE_OF("Templates/blocks/opinion.html", blocks_opinion_html),
    FILE_OF("Templates/blocks/ranking.html", blocks_ranking_html),
    FILE_OF("Templates/breaking.html", breaking_html),
    FILE_OF("Templates/comments.html", comments_html),
    FILE_OF("Templates/consent.html", consent_html),
    FILE_OF("Templates/corrections.html", corrections_html),
    FILE_OF("Templates/footer.html", footer_html),
    FILE_OF("Templates/home.html", home_html),
    FILE_OF("Templates/landing.html", landing_html),
    FILE_OF("Templates/list.html", list_html),
    FILE_OF("Templates/macros.html", macros_html),
    FILE_OF("Templates/nameplate.html", nameplate_html),
    FILE_OF("Templates/page.html", page_html),
    FILE_OF("Templates/search.html", search_html),
    FILE_OF("Templates/section.html", section_html),
    FILE_OF("Templates/tag.html", tag_html),
    FILE_OF("Templates/terms.html", terms_html),
};

static const struct EmbeddedFile reload_script = FILE_OF("reload.js", reload_js);

const struct EmbeddedFile *embeddedThemeFile(size_t index) {
    return index < sizeof theme / sizeof *theme ? &theme[index] : NULL;
}

const struct EmbeddedFile *embeddedReloadScript(void) { return &reload_script; }
