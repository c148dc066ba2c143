/// A page that is no news: about, contact, policies.
package struct StandingPage: Sendable {
    package let path: String
    package let url: URLPath
    package let title: String
    package let description: String?
    package let body: [UInt8]
    package let bodyStart: Int
    package let file: [UInt8]
}
