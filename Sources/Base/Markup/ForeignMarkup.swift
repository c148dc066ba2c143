/// Markup of another system that means nothing here, so that readers would see it as it stands: a shortcode, the tag of
/// a template, the link of a wiki.
package struct ForeignMarkup: Sendable, Equatable {
    /// What the markup does in the system that it comes from.
    package enum Kind: Sendable, Equatable {
        /// `{{< youtube X >}}`, `{% include v.html %}`, `[gallery ids="1,2"]`
        case tag
        /// The end of one that was opened: `{% endraw %}`, `[/caption]`
        case end
        /// `{: .wide}`, `{.wide}`
        case attributes
        /// `![[rain.png]]`
        case picture
        /// `[[page|words]]`
        case link
        /// `[!NOTE]`, where a quotation begins
        case callout
    }

    package let kind: Kind
    /// Bytes of the text that was searched.
    package let range: Range<Int>
}
