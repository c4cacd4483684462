import Cases
import Statistics

extension CasesReportAnswer {
    /// A column of figures of parts of the cases.
    private struct Column {
        let heading: String
        /// What stands in it; `nil` where it is hidden.
        let text: (CohortFigures) -> String?

        init(_ heading: String, _ text: @escaping (CohortFigures) -> String?) {
            self.heading = heading
            self.text = text
        }

        /// A share, with what it is of where few may be.
        static func share(
            _ heading: String, of: Bool = false, _ share: @escaping (CohortFigures) -> ShareSummary?
        ) -> Column {
            Column(heading) { figure in
                share(figure).map { found in
                    found.share.map {
                        CasesReportAnswer.percent($0) + (of ? " of \(Numbers.grouped(found.whole))" : "")
                    }
                        ?? "?"
                }
            }
        }
    }

    /// Parts of the cases beside each other: how fast and how well they went, and below it what was promised, passed up and
    /// disputed.
    func cohorts(by key: CohortKey, _ page: Page) -> [String] {
        let cohorts = report.cohorts(by: key)
        let columns = [flow, outcome].filter { !$0.isEmpty }
        let isAnyHidden = cohorts.contains { cohort in
            cohort.figure.map { figure in columns.joined().contains { $0.text(figure) == nil } } ?? true
        }
        return columns.enumerated().flatMap { place, columns in
            [""] + table(of: cohorts, by: key, place == 0, columns).lines(on: page)
        }
            + (isAnyHidden
                ? page.wrapped("hidden: of fewer than \(report.settings.leastShown) cases, or beside one that is") : [])
    }

    private func table(
        of cohorts: [Cohort<CohortFigures>], by key: CohortKey, _ isCounting: Bool, _ columns: [Column]
    ) -> Table {
        let counts: [Table.Column] = isCounting ? [.init("CASES", isRight: true)] : []
        return Table(
            columns: [.init(key.rawValue.uppercased(), least: 10)] + counts
                + columns.map { .init($0.heading, isRight: true) },
            rows: cohorts.map { cohort in
                let name = Table.Cell(cohort.name ?? "unknown")
                guard let figure = cohort.figure, let count = cohort.count else {
                    let rest = counts.count + columns.count
                    return [name, "hidden"] + [Table.Cell](repeating: "", count: rest - 1)
                }
                return [name] + (isCounting ? [Table.Cell(Numbers.grouped(count))] : [])
                    + columns.map { Table.Cell($0.text(figure) ?? "hidden") }
            })
    }

    private var flow: [Column] {
        [
            Column("ANSWERED") { Self.hours($0.firstAnswer.median?.value) },
            Column("SOLVED") { Self.hours($0.solve.median?.value) },
            .share("BACK", \.cameBack), .share("AGAIN", \.reopened), .share("SATISFIED", \.satisfied),
        ]
    }

    /// Where nothing is promised, passed up or disputed at all, that there is none of it says nothing.
    private var outcome: [Column] {
        let kept = Column("PROMISES KEPT") { figure in
            figure.attainment.map { kept in
                kept.share.map { "\(Self.percent($0)) of \(Numbers.grouped(kept.told))" } ?? "?"
            }
        }
        let won = report.disputes.known.map { metric, _ in
            Column.share(metric.heading.uppercased(), of: true) { $0.won(metric) }
        }
        return (report.attainment.isEmpty ? [] : [kept])
            + (report.escalated.part > 0 ? [.share("ESCALATED", of: true, \.escalated)] : []) + won
    }
}

extension DeskMetric {
    /// How the report heads disputes won.
    var heading: String {
        switch self {
        case .buyersWon: "Buyers won"
        case .sellersWon: "Sellers won"
        default: "Disputes won"
        }
    }
}
