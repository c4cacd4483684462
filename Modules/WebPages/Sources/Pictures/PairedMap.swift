/// How mature each workflow is, and how far each feeds each other: one table, since a ring of arrows cannot be read aloud.
public struct PairedMap: Sendable {
    /// How far one workflow feeds another.
    public enum Link: Hashable, Sendable {
        /// The workflow itself.
        case itself
        /// 0 none to 5 fed back.
        case level(Int, isWeakest: Bool)
        /// Too little data.
        case unknown
    }

    /// A workflow, which is a row and a column.
    public struct Workflow: Sendable {
        let name: HTML
        let maturity: Int?
        let words: HTML
        let links: [(link: Link, reason: String)]
        let next: HTML

        /// - Parameters:
        ///   - maturity: its level; `nil` where it is not measured, which `words` then explains.
        ///   - links: how far it feeds each workflow, in the order of the rows, with what that rests on.
        ///   - next: the next check that is not met.
        public init(_ name: HTML, maturity: Int?, words: HTML, links: [(link: Link, reason: String)], next: HTML) {
            self.name = name
            self.maturity = maturity
            self.words = words
            self.links = links
            self.next = next
        }
    }

    let workflows: [Workflow]
    let levels: Int

    /// - Parameter levels: how many levels of maturity there are.
    public init(_ workflows: [Workflow], levels: Int = 6) {
        self.workflows = workflows
        self.levels = levels
    }

    /// The table.
    public func html(for reader: Reader) -> HTML {
        let phrases = reader.phrases
        let columns = workflows.indices.map { DataTable.Column(HTML(text: String($0 + 1)), isNumber: true) }
        let table = DataTable(
            id: "paired-map", caption: phrases("picture.map"),
            columns: [
                .init(phrases("picture.workflow")),
                .init(phrases("picture.maturity", ["levels": .count(levels)])),
            ] + columns + [.init(phrases("picture.nextCheck"))],
            rows: workflows.enumerated().map { place, workflow in
                .init(
                    ["\(place + 1) \(workflow.name)", maturity(of: workflow)]
                        + workflow.links.map { cell($0.link, reason: $0.reason) } + [workflow.next])
            },
            empty: phrases("picture.notInstalled"))
        return table.html
    }

    private func maturity(of workflow: Workflow) -> HTML {
        let boxes = (1...max(levels, 1)).map { box -> HTML in
            guard let level = workflow.maturity else { return "<i class=\"unknown\"></i>" }
            return box <= level ? "<i class=\"full\"></i>" : "<i></i>"
        }
        return "<span class=\"boxes\" aria-hidden=\"true\">\(boxes.joined(by: .nothing))</span> \(workflow.words)"
    }

    private func cell(_ link: Link, reason: String) -> HTML {
        switch link {
        case .itself: "<span title=\"\(reason)\">·</span>"
        case .unknown: "<span class=\"link unknown\" title=\"\(reason)\">?</span>"
        case .level(let level, let isWeakest):
            "<span class=\"link s\(level)\(isWeakest ? " weakest" : "")\" title=\"\(reason)\">\(level)</span>"
        }
    }
}
