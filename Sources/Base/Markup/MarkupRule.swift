/// What a text of any kind may not hold: signs of other programs.
package enum MarkupRule: String, Rule {
    case conflictMarker = "conflict-marker"
    case foreignMarkup = "foreign-markup"
}
