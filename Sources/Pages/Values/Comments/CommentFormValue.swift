import Content
import Templates

/// The comment form that site.yaml declares.
enum CommentFormValue {
    static let record = Record<Outlet.CommentForm>(
        "comment form",
        [
            Field("action", .string, "Where the form is sent.") { .string($0.action.text) },
            Field("hidden", .list(.record(hidden.type)), "Fields that the endpoint wants besides.") { form in
                .list(form.hidden.map { hidden.value($0) })
            },
            Field("comment_field", .string, "The comment field's name.") { .string($0.comment) },
            Field("name_field", .string, "The name field's name.") { .string($0.name) },
            Field("email_field", .string, "The e-mail field's name.") { .string($0.email) },
            Field("email", .string, "Whether it asks for an e-mail address: `none`, `optional` or `required`.") {
                .string($0.asksEmail.rawValue)
            },
            Field("website_field", .string, "The site field's name.") { .string($0.website) },
            Field("page_field", .string, "The name of the field that says which article it is about.") {
                .string($0.page)
            },
            Field("parent_field", .string, "The name of the field that says which comment it answers, by its `id`.") {
                .string($0.parent)
            },
            Field("honeypot_field", .string, "The name of the field that people leave empty.") { .string($0.honeypot) },
        ])

    private static let hidden = Record<Outlet.CommentForm.Hidden>(
        "hidden field",
        [
            Field("name", .string, "The field's name.") { .string($0.name) },
            Field("value", .string, "Its value.") { .string($0.value) },
        ])
}
