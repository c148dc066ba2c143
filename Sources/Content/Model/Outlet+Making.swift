extension Outlet {
    /// Settings of a site that has no site.yaml yet, with what site.yaml says by default.
    package init(ofNewSite name: String, address: SiteAddress, arabicMessages: Bool) {
        self.init(name: name, address: address, arabicMessages: arabicMessages)
    }
}

extension Outlet.Section {
    /// Section that site.yaml is to list.
    package init(ofNewSite name: String, slug: String, description: String?) {
        self.init(name: name, slug: slug, description: description)
    }
}
