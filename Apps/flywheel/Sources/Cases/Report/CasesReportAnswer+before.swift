import Cases

extension CasesReportAnswer {
    /// The figures of the period beside those of the one before, each as it stood at its end.
    func beside(_ page: Page) -> [String] {
        guard let period, let before, report.cases.count + before.cases.count > 0 else { return [] }
        func days(_ period: DeskPeriod) -> String {
            "\(clock.short(period.from)) to \(clock.short(period.through))".uppercased()
        }
        let isEscalating = report.escalated.part + before.escalated.part > 0
        let rows = zip(main(of: report, isEscalating), main(of: before, isEscalating)).filter {
            $0.figure != nil || $1.figure != nil
        }
        return [""]
            + Table(
                columns: [
                    .init("PERIOD"), .init(days(period), isRight: true), .init(days(period.before), isRight: true),
                ],
                rows: rows.map { now, then in
                    [Table.Cell(now.name), Table.Cell(now.figure ?? "?"), Table.Cell(then.figure ?? "?")]
                }
            ).lines(on: page)
    }

    /// What two periods are compared by; `nil` where it is not known. Where there is no ladder, that nothing was passed up
    /// says nothing.
    private func main(of report: DeskReport, _ isEscalating: Bool) -> [(name: String, figure: String?)] {
        func share(_ found: ShareSummary) -> String? {
            found.share.map { "\(Self.percent($0)) of \(Numbers.grouped(found.whole))" }
        }
        let kept = report.kept
        return [
            ("cases opened", Numbers.grouped(report.cases.count)),
            ("half answered within", report.firstAnswer.median?.value.map(Self.hours)),
            ("half solved within", report.solve.median?.value.map(Self.hours)),
            ("promises kept", kept.share.map { "\(Self.percent($0)) of \(Numbers.grouped(kept.told))" }),
            ("settled by first response", share(report.firstContact)),
            ("back within \(report.contacts.days) days", share(report.contacts.all.share)),
            ("opened again", share(report.handovers.reopened)),
            ("escalated", isEscalating ? share(report.escalated) : nil),
            ("satisfied", share(report.survey.satisfied)), ("disputes won", share(report.disputes.desk.all.wins)),
            ("won by buyers", share(report.disputes.buyers.all.wins)),
            ("won by sellers", share(report.disputes.sellers.all.wins)),
        ]
    }
}
