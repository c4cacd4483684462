import Assessment
import FlywheelKit
import Learning

/// What `assess --explain` prints: one part of an assessment, taken apart to what it rests on.
struct AssessExplanation: DocumentedAnswer {
    let kept: KeptAssessment
    let part: Part

    /// What is explained.
    enum Part {
        case investment(Int, AssessmentDocument.Investment)
        case workflow(AssessmentDocument.Workflow)
        case connection(AssessmentDocument.Connection)
    }

    let pipeColumns: [String]? = nil
    let columns = ["id", "outcome", "title", "fact", "value", "limit", "count", "remedy", "effortHours"]

    /// The checks of a workflow; an investment and a connection are one row.
    var rows: [JSON] {
        switch part {
        case .workflow(let workflow): workflow.checks.map(\.json)
        case .investment, .connection: [investment?.json, connection?.json].compactMap(\.self)
        }
    }

    static let document = Document(
        "assess-explained", "One part of an assessment; the two others are null.", members)

    static let members: Members<Self> = [
        "id": .value(\.kept.keptID), "investment": .value(\.investment), "workflow": .value(\.workflow),
        "connection": .value(\.connection),
    ]

    private var investment: PricedInvestment? {
        guard case .investment(_, let investment) = part else { return nil }
        return PricedInvestment(investment: investment, currency: kept.document.currency)
    }

    private var workflow: AssessmentDocument.Workflow? {
        if case .workflow(let workflow) = part { workflow } else { nil }
    }

    private var connection: AssessmentDocument.Connection? {
        if case .connection(let connection) = part { connection } else { nil }
    }

    func text(on page: Page) -> [String] {
        switch part {
        case .investment(let place, let investment): lines(place, investment, page)
        case .workflow(let workflow): lines(workflow, page)
        case .connection(let connection): lines(connection, page)
        }
    }

    private func lines(_ place: Int, _ investment: AssessmentDocument.Investment, _ page: Page) -> [String] {
        let effort = Numbers.fixed(investment.effortHours, decimals: 0)
        return page.wrapped(
            "\(page.ink(investment.title.visible, .bold)): from \(investment.from) to \(investment.to), about \(effort) h",
            head: "\(place)  ")
            + page.wrapped(investment.reason.visible, head: "Why      ")
            + investment.steps.flatMap { page.wrapped($0.visible, head: "Do       ") }
            + worth(investment.worth, page) + evidence(investment.evidence, page)
            + page.next(
                investment.kind == .connection
                    ? "flywheel assess --explain \(investment.subject.replacing("->", with: ":"))"
                    : "flywheel assess --explain \(investment.subject)")
    }

    private func worth(_ worth: AssessmentDocument.Worth, _ page: Page) -> [String] {
        page.wrapped(worth.words(kept.document.currency), head: "Worth    ")
            + (worth.amount == nil ? [] : page.wrapped(worth.basis.visible, head: "         "))
            + evidence(worth.evidence.count > 0 ? [worth.evidence] : [], page)
    }

    private func lines(_ workflow: AssessmentDocument.Workflow, _ page: Page) -> [String] {
        let level = workflow.level.map { "\($0) of 6, \(workflow.levelTitle ?? "")" } ?? workflow.state.words
        var lines = [page.ink(workflow.title.visible, .bold) + "  " + level, ""]
        for check in workflow.checks {
            let head = "\(check.id)  \(page.ink(check.outcome.words.padded(toCells: 14), check.outcome.tone))  "
            lines += page.wrapped("\(check.title): \(check.fact)\(limit(check))".visible, head: head)
            if check.outcome == .notMet {
                lines += page.wrapped(check.remedy.visible, head: "                     do: ")
            }
        }
        let counted = workflow.checks.filter { $0.count > 0 }
        let next = counted.first { $0.outcome == .notMet } ?? counted.first
        return lines
            + page.next(
                next.map { "flywheel assess rows \($0.id) --workflow \(workflow.id)" } ?? "flywheel assess model")
    }

    private func limit(_ check: AssessmentDocument.Check) -> String {
        guard let value = check.value, [.met, .notMet].contains(check.outcome), check.isShare else { return "" }
        return ", \(Numbers.percent(value)) against \(Numbers.percent(check.limit))"
    }

    private func lines(_ connection: AssessmentDocument.Connection, _ page: Page) -> [String] {
        let level = connection.level.map { "\($0) of 5" } ?? "? of 5"
        return page.wrapped("\(page.ink(connection.words.visible, .bold))  \(level): \(connection.sentence.visible)")
            + evidence(connection.evidence, page) + page.next("flywheel assess")
    }

    private func evidence(_ evidence: [AssessmentDocument.Evidence], _ page: Page) -> [String] {
        evidence.flatMap { item -> [String] in
            let more = item.count > item.ids.count ? " and \(Numbers.grouped(item.count - item.ids.count)) more" : ""
            let ids = item.ids.isEmpty ? "" : ": \(item.ids.joined(separator: " "))\(more)"
            let count = item.count > 0 ? "\(Numbers.grouped(item.count)) " : ""
            return page.wrapped("\(count)\(item.sentence)\(ids)".visible, head: "Seen     ")
        }
    }
}

extension AssessAnswer {
    /// The part that a text names: an investment's number, a workflow's id, or a pair of them.
    func explanation(of text: String) throws -> AssessExplanation {
        let words = text.replacing("->", with: ":")
        if let place = Int(words), document.roadmap.indices.contains(place - 1) {
            return AssessExplanation(kept: kept, part: .investment(place, document.roadmap[place - 1]))
        }
        if let workflow = document.workflows.first(where: { $0.id == words }) {
            return AssessExplanation(kept: kept, part: .workflow(workflow))
        }
        if let connection = document.connections.first(where: { $0.words == words }) {
            return AssessExplanation(kept: kept, part: .connection(connection))
        }
        let known = document.roadmap.isEmpty ? "" : "1 to \(document.roadmap.count), "
        throw Diagnostic(
            "explained-part",
            "\(kept.id) has no \"\(text)\", expected \(known)\(document.workflows.map(\.id).joined(separator: ", "))"
                + " or two of them such as suppressions:inventory",
            help: kept.isKept ? "flywheel assess show \(kept.id)" : "flywheel assess",
            exit: .unknown)
    }
}
