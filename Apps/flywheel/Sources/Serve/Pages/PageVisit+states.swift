import FlywheelRuntime
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

    /// Workflows that opened and closed nothing, since what they look at is too old or missing: one notice for all.
    func staleNotices(_ workflows: [RotationSummary.Workflow]) -> [Notice] {
        let withheld = workflows.filter { !$0.withheld.isEmpty }
        guard !withheld.isEmpty else { return [] }
        let names = reader.formats.list(withheld.map { reader.saidText($0.title) })
        let link: HTML = "<a href=\"/data\">\(words("data.title"))</a>"
        return [
            Notice(
                .warning,
                words(
                    "queue.withheld",
                    ["count": .count(withheld.count), "workflows": .text(names), "data": .html(link)]))
        ]
    }
}
