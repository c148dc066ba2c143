import Base
import Pages

extension Publication {
    typealias State = (fingerprint: Digest?, unchanged: BuildRecord.File?)

    /// The press with the files of the search index made that are not as the last build left them; those that come out
    /// the same are unchanged from here on. Also what the index is made from.
    func withIndex(
        _ press: Press, _ fingerprints: PageFingerprints, _ states: inout [State], _ order: Order
    ) throws(Diagnostic) -> (Press, LastSearch?) {
        guard let search = press.search, let digests = fingerprints.search else { return (press, nil) }
        var places: [String: Int] = [:]
        var files: [SearchFile] = []
        for (place, job) in jobs.enumerated() where states[place].unchanged == nil {
            guard let file = job.output.search else { continue }
            places[job.path] = place
            if file.part.isOfTerms { files.append(file) }
        }
        guard !places.isEmpty else { return (press, nil) }
        let (jobs, output, known) = (jobs, output, places)
        let lastFiles = SearchPress.LastFiles(order.lastSearch()) { path, madeFrom in
            guard let job = known[path].map({ jobs[$0] }), let before = self.before(job), before.fingerprint == madeFrom
            else { return nil }
            let writer = output.writer()
            return writer.stamp(of: path) == before.stamp ? try? writer.existing(path) : nil
        }
        let (made, same) = try search.prepared(for: files, digests, lastFiles, order.spill, order.workers)
        for path in same {
            guard let place = places[path], let before = before(jobs[place]) else { continue }
            states[place].unchanged = .init(before.file, states[place].fingerprint, before.stamp)
        }
        return (press.with(made), LastSearch(search.plan, digests))
    }
}
