import Assessment
import FlywheelKit
import Learning

extension AssessAnswer {
    func text(on page: Page) -> [String] {
        head(page) + findings(page) + [""] + maturity(page) + [""] + connections(page) + stated(page) + compared(page)
            + page.next(
                StallRemedy(document.stall)?.command
                    ?? (document.roadmap.isEmpty ? "flywheel metrics" : "flywheel assess --explain 1"))
    }

    private func head(_ page: Page) -> [String] {
        let days = "\(page.clock.day(document.period.from)) to \(page.clock.day(document.period.until))"
        let before = earlier.map { " (\($0.id): \(page.clock.day($0.document.period.until)))" } ?? ""
        let coverage = document.coverage
        return page.wrapped("\(page.ink(kept.id, .bold)), \(document.account.visible), \(days)\(before)")
            + page.wrapped(
                "\(Numbers.count(coverage.problems, "problem")), \(Numbers.grouped(coverage.closed)) closed or dismissed by people,"
                    + " \(Numbers.count(coverage.turns, "look"))") + [""]
    }

    private func findings(_ page: Page) -> [String] {
        var lines = page.wrapped(document.cycle.sentence.visible, head: "Stage    \(stage) ")
        let stall = document.stall
        let isHealthy = ["healthy", "inconclusive"].contains(stall.diagnosis)
        lines += page.wrapped(
            stall.sentence.visible,
            head: "Stalled  " + page.ink("\(stall.diagnosis):", isHealthy ? .plain : .yellow) + " ")
        if let closes = document.closes { lines += page.wrapped(closes.visible, head: "Closes   ") }
        lines += page.wrapped(document.compounding.sentence.visible, head: "Adds up  ")
        lines += page.wrapped(document.path.sentence.visible, head: "Path     ")
        lines += page.wrapped(document.path.worth.words(document.currency), head: "Worth    ")
        // What ends the stall comes first: until then nothing else that is done shows in the numbers.
        if let remedy = stall.remedy { lines += page.wrapped("end the stall: \(remedy)".visible, head: "Do next  ") }
        for (place, investment) in document.roadmap.prefix(3).enumerated() {
            let head = place == 0 && stall.remedy == nil ? "Do next  " : "         "
            lines += page.line(
                "\(head)\(place + 1) \(investment.title.visible)", command: "flywheel assess --explain \(place + 1)")
        }
        let isNothing = stall.remedy == nil && document.roadmap.isEmpty
        return lines + (isNothing ? ["Do next  nothing can be told yet"] : [])
    }

    private var stage: String {
        guard let stage = document.cycle.stage else { return "?" }
        let before = earlier?.document.cycle.stage
        let moved = before == stage ? ", unchanged" : before.map { ", was \($0)" } ?? ""
        return "\(stage) of 5\(moved):"
    }

    private func maturity(_ page: Page) -> [String] {
        Table(
            columns: [
                .init("WORKFLOW", least: 9), .init("OF 6"), .init("MATURITY", least: 9),
                .init("NEXT CHECK NOT MET", least: 18),
            ],
            rows: document.workflows.map { workflow in
                let level = workflow.level.map { "\($0) \(workflow.levelTitle ?? "")" } ?? workflow.state.words
                let tone: Tone = workflow.state == .measured ? .plain : .yellow
                let exempt = workflow.exempted.isEmpty ? "" : ", exempt \(workflow.exempted.joined(separator: " "))"
                return [
                    .init(workflow.title), .init(bar(workflow, page)), .init(level + exempt, tone),
                    .init(workflow.next ?? "-"),
                ]
            }, droppable: ["OF 6"]
        ).lines(on: page)
    }

    private func bar(_ workflow: AssessmentDocument.Workflow, _ page: Page) -> String {
        let marks = page.isASCII ? ("#", ".") : ("█", "·")
        guard workflow.state != .notInstalled else { return "" }
        guard let level = workflow.level else { return String(repeating: "?", count: 6) }
        return String(repeating: marks.0, count: level) + String(repeating: marks.1, count: 6 - min(6, level))
    }

    private func connections(_ page: Page) -> [String] {
        let installed = document.workflows.filter { $0.state != .notInstalled }
        let names = Self.abbreviated(installed.map(\.title))
        let rows = installed.map { from in
            [Table.Cell(from.title)]
                + installed.map { to in
                    guard from.id != to.id else { return Table.Cell("-") }
                    let found = document.connections.first { $0.from == from.id && $0.to == to.id }
                    return Table.Cell(found?.level.map { "\($0)" } ?? "?")
                }
        }
        let table = Table(
            columns: [.init("FROM ROW TO COLUMN", least: 9)] + names.map { .init($0, isRight: true) }, rows: rows)
        let lines = table.lines(on: page)
        guard lines.allSatisfy({ $0.cells <= page.width }) else { return pairs(page) }
        return lines
            + page.wrapped("0 none, 1 by people, 2 in part, 3 read, 4 with effect, 5 fed back, ? not known")
    }

    /// The connections on the value path, where a table of all would not fit.
    private func pairs(_ page: Page) -> [String] {
        document.connections.filter(\.isOnPath).flatMap { connection in
            page.wrapped(
                connection.sentence.visible, head: "\(connection.level.map { "\($0)" } ?? "?")  \(connection.words)  ")
        }
    }

    private func stated(_ page: Page) -> [String] {
        document.exemptions.flatMap { exemption in
            page.wrapped(
                "\(exemption.workflow) \(exemption.check) \(exemption.span(page)): \(exemption.reason)".visible,
                head: "Exempt   ")
        }
            + document.attachments.flatMap { file in
                page.wrapped(
                    "\(file.workflow) \(file.check) \(file.span(page)): \(file.file)".visible, head: "Attached ")
            }
    }

    private func compared(_ page: Page) -> [String] {
        guard isCompared, let earlier else { return [] }
        return [""] + DifferenceAnswer(earlier: earlier, later: kept).lines(page)
    }

    /// The fewest letters that tell the titles apart, three or more.
    static func abbreviated(_ titles: [String]) -> [String] {
        let longest = titles.map(\.count).max() ?? 3
        for length in 3...max(3, longest) {
            let short = titles.map { String($0.replacing(" ", with: "").uppercased().prefix(length)) }
            if Set(short).count == titles.count { return short }
        }
        return titles
    }
}

extension AssessmentDocument.Workflow.State {
    /// As people read it.
    var words: String { rawValue.replacing("-", with: " ") }
}

extension AssessmentDocument.Check.Outcome {
    /// As people read it.
    var words: String { rawValue.replacing("-", with: " ") }

    /// What colour the word has: green is what data confirmed.
    var tone: Tone {
        switch self {
        case .met: .green
        case .notMet: .red
        case .notApplicable: .plain
        case .inconclusive, .exempt: .yellow
        }
    }
}

extension AssessmentDocument.Connection {
    /// Its ends as a command takes them, `suppressions:inventory`: a shell takes no `>`.
    var words: String { "\(from):\(to)" }
}

extension AssessmentDocument.Worth {
    /// `USD 3,100.00 a month, 80% between 900 and 5,800, low evidence`, or that it is not known and why.
    func words(_ currency: Currency) -> String {
        guard let amount else { return basis }
        let money = { (units: Int64) in Money(minorUnits: units, currency) }
        var words = "\(isUpperBound ? "at most" : "about") \(Numbers.money(money(amount))) a month"
        if let p10, let p90 { words += ", 80% between \(Numbers.rough(money(p10))) and \(Numbers.rough(money(p90)))" }
        return words + (grade.map { ", \($0) evidence" } ?? "")
    }
}

extension AssessmentDocument.Exemption {
    fileprivate func span(_ page: Page) -> String { "\(hasExpired ? "expired" : "until") \(page.clock.day(until))" }
}

extension AssessmentDocument.Attachment {
    fileprivate func span(_ page: Page) -> String { "\(hasExpired ? "expired" : "until") \(page.clock.day(until))" }
}

extension WallClock {
    /// `22 Aug 2026`.
    func day(_ instant: Instant) -> String {
        let words = full(instant).split(separator: " ")
        return words.dropFirst().prefix(3).joined(separator: " ")
    }
}
