import Cases
import Charts
import FlywheelKit
import Statistics

extension CasesReportAnswer {
    func text(on page: Page) -> [String] {
        let open = report.cases.count { !$0.state.isDone }
        let since =
            period.map { ", opened from \(clock.short($0.from)) to \(clock.short($0.through))" }
            ?? report.since.map { ", opened since \(clock.short($0))" } ?? ""
        var lines = ["The desk, as of \(page.clock.full(report.now))"]
        lines.append("\(Numbers.count(report.cases.count, "case"))\(since), \(Numbers.grouped(open)) of them open")
        lines += beside(page)
        guard !report.cases.isEmpty else {
            // There may be cases of other days.
            return report.since != nil
                ? lines : lines + page.next("flywheel import FILES", word: "Tickets and mail come with")
        }
        lines += [""] + times(page) + shares(page)
        lines += promises(page) + topics(page) + disputes(page) + surveys(page) + learning(page)
        if let key { lines += cohorts(by: key, page) }
        lines += backlog(page)
        if let drawing { lines += ["", "Drawn in \(drawing.visible)"] }
        return lines + [""] + page.next("flywheel explain \(DeskMetric.solve.rawValue)", word: "What a figure means")
    }

    // MARK: Figures

    private func times(_ page: Page) -> [String] {
        let measured: [(String, DurationSummary)] = [
            ("first response", report.firstAnswer), ("solved", report.solve), ("closed", report.close),
            ("in the desk's hands", report.handling), ("a seller verified", report.verification),
        ]
        let rows = measured.filter { $0.1.ended + $0.1.going > 0 }.map { name, found -> [Table.Cell] in
            [
                Table.Cell(name), Table.Cell(Self.hours(found.median?.value)), Table.Cell(Self.range(found.median)),
                Table.Cell(Self.hours(found.ninetieth?.value)), Table.Cell(Numbers.grouped(found.ended)),
                Table.Cell(Numbers.grouped(found.going)), Table.Cell(Numbers.grouped(found.unknown)),
            ]
        }
        return Table(
            columns: [
                .init("TIME TO"), .init("HALF", isRight: true), .init("95% BETWEEN"), .init("9 OF 10", isRight: true),
                .init("DONE", isRight: true), .init("NOT YET", isRight: true), .init("UNKNOWN", isRight: true),
            ], rows: rows, droppable: ["95% BETWEEN"]
        ).lines(on: page)
    }

    private func shares(_ page: Page) -> [String] {
        let handovers = report.handovers
        let measured: [(String, DeskMetric, ShareSummary)] = [
            ("settled by first response", .firstContact, report.firstContact),
            ("back within \(report.contacts.days) days", .repeatContact, report.contacts.all.share),
            ("opened again", .reopened, handovers.reopened), ("passed on", .reassigned, handovers.reassigned),
            ("source's promises kept", .keptPromise, handovers.keptPromise),
            ("escalated", .escalated, report.escalated),
        ]
        let known = measured.filter { ReportFigure.share($0.1, $0.2).isTelling }.map { ($0.0, $0.2) }
        return known.isEmpty ? [] : [""] + Self.table("SHARE", known).lines(on: page)
    }

    /// Shares under a heading, with what each is of.
    private static func table(_ heading: String, _ shares: [(String, ShareSummary)]) -> Table {
        Table(
            columns: [
                .init(heading, least: 12), .init("OF ALL", isRight: true), .init("95% BETWEEN"),
                .init("CASES", isRight: true), .init("EARLY", isRight: true), .init("UNKNOWN", isRight: true),
            ],
            rows: shares.map { name, share in
                [
                    Table.Cell(name), Table.Cell(share.share.map(percent) ?? "?"),
                    Table.Cell(share.interval.map { "\(percent($0.low)) to \(percent($0.high))" } ?? ""),
                    Table.Cell("\(Numbers.grouped(share.part)) of \(Numbers.grouped(share.whole))"),
                    Table.Cell(Numbers.grouped(share.open)), Table.Cell(Numbers.grouped(share.unknown)),
                ]
            }, droppable: ["EARLY", "95% BETWEEN"])
    }

    private func promises(_ page: Page) -> [String] {
        guard !report.attainment.isEmpty else { return [] }
        return [""]
            + report.attainment.flatMap { kind, kept in
                page.wrapped(
                    "\(kept.share.map(Numbers.percent) ?? "?") of \(Numbers.grouped(kept.told)) in time, "
                        + "\(Numbers.grouped(kept.late)) late, \(Numbers.grouped(kept.overdue)) overdue now; "
                        + "\(Numbers.grouped(kept.pending)) not due yet",
                    head: "Promised \(kind.rawValue)  ")
            }
    }

    /// The topics that bring most people back.
    private func topics(_ page: Page) -> [String] {
        let topics = report.contacts.byTopic.filter { $0.contact.share.isFirm }
            .sorted { ($1.contact.share.part, $0.topic) < ($0.contact.share.part, $1.topic) }.prefix(5)
        guard topics.count > 1 else { return [] }
        return [""] + Self.table("BACK ABOUT", topics.map { ($0.topic, $0.contact.share) }).lines(on: page)
    }

    private func backlog(_ page: Page) -> [String] {
        let chart = backlogChart
        guard report.backlog.contains(where: { $0.open > 0 }) else { return [] }
        let style: TextStyle = page.isASCII ? .ascii : .unicode
        let lines = chart.lines(width: min(page.width, 100), height: 6, style: style)
        return lines.isEmpty ? [] : ["", "Open at the end of the day"] + lines
    }

    /// The backlog as a picture.
    var backlogChart: FanChart {
        FanChart(
            title: "Open cases", unit: "open at the end of the day",
            periods: report.backlog.map { clock.short($0.day) }, past: report.backlog.map { Double($0.open) }, fan: [])
    }

    // MARK: Words

    /// Hours below two days, else days.
    static func hours(_ hours: Double?) -> String {
        guard let hours else { return "?" }
        return hours < 48 ? "\(Numbers.fixed(hours, decimals: 1)) h" : "\(Numbers.fixed(hours / 24, decimals: 1)) d"
    }

    /// The bounds in the unit of the estimate.
    private static func range(_ found: DurationSummary.Quantile?) -> String {
        guard let found, let low = found.low else { return "" }
        let (unit, scale) = (found.value ?? low) < 48 ? ("h", 1.0) : ("d", 24.0)
        func number(_ hours: Double) -> String { Numbers.fixed(hours / scale, decimals: 1) }
        return found.high.map { "\(number(low)) to \(number($0)) \(unit)" } ?? "over \(number(low)) \(unit)"
    }

    /// A share with a decimal below a tenth, where whole percents say little.
    static func percent(_ share: Double) -> String {
        switch share {
        case 0.0005..<0.0995: "\(Numbers.fixed(share * 100, decimals: 1))%"
        case let share where share > 0 && share < 0.0005: "<0.1%"
        default: Numbers.percent(share)
        }
    }
}
