import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension Explanation {
    /// What closing the exception is expected to bring, from the terms it stood in the queue with.
    func consequences(titles: [StageManifest]) -> [(label: String, text: String)] {
        guard let terms else { return [] }
        var lines: [(label: String, text: String)] = []
        if let fixAlone = terms.fixAlone {
            let money = Numbers.money(Money(minorUnits: fixAlone, terms.currency))
            lines.append(("will be worth", "\(money) in \(terms.horizonDays) days, as it counted when it was closed"))
        }
        lines.append(
            ("looked at", "at the next complete, fresh snapshot after the close: flywheel import, flywheel rotate"))
        // Where several rows share a listing, a fix moves their loss to those that are left.
        let others = terms.listings.first?.neighbours.filter { $0.days < $0.daysAfter } ?? []
        for other in others.sorted(by: { ($1.daysAfter, $0.fingerprint.text) < ($0.daysAfter, $1.fingerprint.text) }) {
            let id = neighbours.first { $0.exception.fingerprint == other.fingerprint }?.exception.id.description
            let name = [id, titles.name(of: other.fingerprint)].compactMap(\.self).joined(separator: " ")
            lines.append(("now worth it", "\(name), \(other.daysAfter) full days instead of \(other.days)"))
        }
        return lines
    }
}
