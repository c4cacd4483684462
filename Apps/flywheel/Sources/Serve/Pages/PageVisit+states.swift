import FlywheelRuntime
import FlywheelStore
import WebPages

extension PageVisit {
    /// What a store without a rotation says: the three things to do, and the other way in.
    var firstRun: HTML {
        """
        <section><h2>\(words("data.firstRun.title"))</h2>
        <ol><li><a href="/data">\(words("data.firstRun.import"))</a> <code>flywheel import FILES</code></li>
        <li>\(words("data.firstRun.rotate")) <code>flywheel rotate</code></li>
        <li>\(words("data.firstRun.look")) <code>flywheel queue</code></li></ol>
        <p class="muted">\(words("data.firstRun.demo")) <code>flywheel demo DIR</code></p></section>
        """
    }

    /// Feeds that a notice names of those that hold up the same workflows.
    private static let mostReasons = 3

    /// What is wrong with the newest look: that it was from a moment still to come; and which workflows opened and closed nothing,
    /// where, and since what of theirs is too old or missing, one notice for all.
    func staleNotices(_ groups: [HeldUp]) -> [Notice] {
        futureNotices + withheldNotices(groups)
    }

    /// That the rotation looked from a moment still to come, so that none can follow it.
    private var futureNotices: [Notice] {
        guard let rotation, house.isAhead(rotation) else { return [] }
        return [
            Notice(
                .error,
                words(
                    "notice.future",
                    [
                        "rotation": .text(rotation.id.description), "moment": .text(formats.moment(rotation.asOf)),
                        "command": .html("<code>flywheel rotate --back-to-now</code>"),
                    ]))
        ]
    }

    private func withheldNotices(_ groups: [HeldUp]) -> [Notice] {
        guard !groups.isEmpty else { return [] }
        let reasons = groups.map { group -> HTML in
            var named = group.feeds.prefix(Self.mostReasons).map { reader.saidText($0.text) }
            let left = group.feeds.count - named.count
            // The words of what is left say "and" themselves.
            if left > 0, let last = named.popLast() {
                named.append("\(last) \(words.text("queue.bulk.more", ["count": .count(left)]))")
            }
            return words(
                "queue.withheldOf",
                [
                    "workflow": .text(reader.formats.list(group.waiting.map { $0.name(reader.saidText) })),
                    "reasons": .text(left > 0 ? named.joined(separator: ", ") : reader.formats.list(named)),
                ])
        }
        let link: HTML = "<a href=\"/data\">\(words("data.title"))</a>"
        return [
            Notice(
                .warning, words("queue.withheld", ["reasons": .html(reasons.joined(by: " ")), "data": .html(link)]))
        ]
    }
}
