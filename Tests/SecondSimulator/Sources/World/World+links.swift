import Assessment
import FlywheelKit
import Statistics

extension World {
    /// How the installed workflows affect each other, measured once, at the end.
    mutating func links() -> [WorkflowLink] {
        let installed = organisation.workflows.map { Catalogue.workflows[$0] }
        var links: [WorkflowLink] = []
        for (from, publisher) in installed.enumerated() {
            for signal in publisher.publishes {
                for (to, reader) in installed.enumerated() where reader.reads.contains(signal) {
                    var link = WorkflowLink(from: from, to: to, signal: signal, at: book.turns.last?.at ?? book.from)
                    link.rows = listings.count
                    link.read = Int(Double(listings.count) * chance.between(0.5, 1))
                    link.findings = watched.count { row in
                        rows[row].state == .open
                            && Catalogue.kinds[faults[rows[row].fault].kind].workflow == organisation.workflows[to]
                    }
                    link.changedFindings = Int(Double(link.findings) * chance.between(0, 0.5))
                    link.movedRanks = link.changedFindings
                    link.lagHours = chance.between(0, 20)
                    links.append(link)
                }
            }
        }
        return links
    }
}
