import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit

/// What `sla preview` and `sla save` print: the promises and the open cases they are meant for.
struct PromisePreviewAnswer: DocumentedAnswer {
    /// What saving did.
    struct Saving {
        let saved: Int
        let late: Int
    }

    let preview: PromisePreview
    let rules: [PromiseRule]
    let asOf: Instant
    /// `nil` where nothing was saved.
    let saving: Saving?

    var listKey: String? { "items" }
    var exit: Exit { (saving?.late ?? 0) > 0 ? .partly : .done }

    static let document = Document(
        "promises", "What the desk promises, and which open cases it is meant for.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf),
        "items": .list(
            \.promised,
            [
                "promise": .value { $0.line.promise }, "calendar": .value { $0.rule.promise.calendar },
                "firstResponseSeconds": .value { $0.rule.promise.firstResponse },
                "updateSeconds": .value { $0.rule.promise.update },
                "resolutionSeconds": .value { $0.rule.promise.resolution }, "cases": .value { $0.line.cases },
                "changed": .value { $0.line.changed }, "overdue": .value { $0.line.overdue },
            ]), "without": .value(\.preview.without), "over": .value(\.preview.over), "saved": .value(\.saving?.saved),
        "late": .value(\.saving?.late),
    ]

    private var promised: [(rule: PromiseRule, line: PromisePreview.Line)] { Array(zip(rules, preview.lines)) }

    func text(on page: Page) -> [String] {
        guard !rules.isEmpty else {
            return page.wrapped("flywheel.yaml promises nothing: there is no cases: promises: in it")
                + page.next("flywheel explain promise")
        }
        let meant = preview.lines.reduce(0) { $0 + $1.cases }
        let open = meant + preview.without
        var head = page.wrapped(
            "\(Numbers.count(rules.count, "promise")), meant for \(Numbers.grouped(meant)) of"
                + " \(Numbers.count(open, "open case"))")
        head += ["as of \(page.clock.full(asOf))", ""]
        var foot: [String] = []
        if preview.without > 0 { foot.append("\(Numbers.grouped(preview.without)) open without a promise") }
        if preview.over > 0 { foot.append("\(Numbers.grouped(preview.over)) over, which keep what they had") }
        return head + table(page) + (foot.isEmpty ? [] : [""] + page.wrapped(foot.joined(separator: "; ")))
            + ending(page)
    }

    private func table(_ page: Page) -> [String] {
        func hours(_ seconds: Int64?) -> Table.Cell { seconds.map { Table.Cell(Self.hours($0)) } ?? "-" }
        return Table(
            columns: [
                .init("PROMISE", least: 8), .init("ANSWER h", isRight: true), .init("NEXT h", isRight: true),
                .init("SOLVED h", isRight: true), .init("CALENDAR", least: 6), .init("CASES", isRight: true),
                .init(saving == nil ? "CHANGED" : "GIVEN", isRight: true), .init("OVERDUE", isRight: true),
            ],
            rows: zip(rules, preview.lines).map { rule, line in
                [
                    Table.Cell(line.promise), hours(rule.promise.firstResponse), hours(rule.promise.update),
                    hours(rule.promise.resolution), Table.Cell(rule.promise.calendar),
                    Table.Cell(Numbers.grouped(line.cases)), Table.Cell(Numbers.grouped(line.changed)),
                    Table.Cell(Numbers.grouped(line.overdue), line.overdue > 0 ? .red : .plain),
                ]
            }, droppable: ["NEXT h", "CALENDAR"]
        ).lines(on: page)
    }

    private func ending(_ page: Page) -> [String] {
        guard let saving else { return page.next("flywheel sla save") }
        let late =
            saving.late > 0
            ? page.wrapped("\(Numbers.count(saving.late, "case")) changed meanwhile; save again for these") : []
        return ["", "\(Numbers.count(saving.saved, "case")) got another promise"] + late
            + page.next(saving.late > 0 ? "flywheel sla save" : "flywheel cases")
    }

    /// `4` or `0.50`, in hours.
    static func hours(_ seconds: Int64) -> String {
        seconds % 3_600 == 0
            ? Numbers.grouped(seconds / 3_600) : Numbers.fixed(Double(seconds) / 3_600, decimals: 2)
    }
}

extension Session {
    private var promises: PromiseDesk { PromiseDesk(host.store, rules: rules, actor: actor, now: now) }

    /// What the promises of the configuration would be meant for.
    func promisePreview() throws -> PromisePreviewAnswer {
        PromisePreviewAnswer(
            preview: try promises.preview(), rules: rules.promises.rules, asOf: now, saving: nil)
    }

    /// Gives open cases what is meant for them.
    func savePromises() throws -> PromisePreviewAnswer {
        let preview = try promises.preview()
        let (saved, late) = try promises.save()
        return PromisePreviewAnswer(
            preview: preview, rules: rules.promises.rules, asOf: now, saving: .init(saved: saved, late: late))
    }

    /// How promises were kept.
    func attainment(since: Instant) throws -> AttainmentAnswer {
        AttainmentAnswer(lines: try promises.attainment(since: since), since: since, asOf: now)
    }
}
