@testable import WebPages

extension Gallery {
    var figures: [Figure] {
        [
            figure("Why 5,158.40?", waterfall.html),
            figure("What is lost on this listing?", overlap.html(answer: "\(name)")),
            figure("What happened to it?", axis.html(answer: "\(name)")),
            figure("What will sell?", fan.html(answer: "\(name)")),
            figure("How long does it last?", cover.html(answer: "\(name)")),
            figure("How was it moved?", steps.html(answer: "\(name)")),
        ]
    }

    private func figure(_ question: HTML, _ picture: HTML) -> Figure {
        Figure(
            question: question + " \(name)", picture: picture, note: "Days without data are grey \(name)",
            numbers: DataTable(
                id: "numbers-\(question.markup.count)", caption: "\(name)",
                columns: [.init("Day"), .init("Units", isNumber: true)], rows: [.init(["1", "40"])], empty: "\(name)"))
    }

    private var waterfall: Waterfall {
        Waterfall(
            [
                .init("Sold a day when nothing is wrong \(name)", figure: "1,240.00", value: 1_240, .total),
                .init("Counted for the two others", figure: "− 446.40", value: 446.4, .taken),
                .init("Counts for this one", figure: "793.60", value: 793.6, .result),
            ], product: "793.60 × 6.50 days × 1.0000 = 5,158.40 \(name)")
    }

    private var overlap: OverlapBar {
        OverlapBar([
            .init(
                "X1042 \(name)", figures: "counts for 793.60, alone 396.80", countsFor: 793.6, fixAlone: 396.8,
                isHere: true),
            .init("X1043 featured offer lost", figures: "counts for 347.20, \(name)", countsFor: 347.2, fixAlone: 0),
            .init("X1044 price above reference", figures: "counts for 99.20", countsFor: 99.2, fixAlone: 0),
        ])
    }

    private var axis: TimeAxis {
        let sales = (0..<30).map { day in
            TimeAxis.Mark.column(day: day, height: (9...11).contains(day) ? nil : Double((day * 7) % 11) / 11)
        }
        return TimeAxis(
            days: 30, ticks: [(0, "Oct 22"), (10, "Nov 1"), (20, "Nov 11")],
            lanes: [
                .init("Sales \(name)", sales),
                .init(
                    "Suppressions",
                    [
                        .span(from: 6, to: 12, isPredicted: false, label: "X0790 \(name)", workflow: "suppressions"),
                        .span(from: 26, to: 30, isPredicted: false, label: "X1042"),
                    ]),
                .init(
                    "Price",
                    [
                        .level([(0, 0.8, "$16.00"), (12, 0.5, "$10.00"), (21, 0.7, "$14.00")]),
                        .point(at: 12, label: "D12 \(name)"),
                    ]),
                .init(
                    "Stock",
                    [.span(from: 22, to: 30, isPredicted: true, label: "X1101 runs out", workflow: "inventory")]),
            ])
    }

    private var fan: FanPicture {
        let past = (0..<26).map { week -> Double? in
            let sold = 20 + (week * 13) % 17
            return week == 4 ? nil : Double(sold)
        }
        let fan = (1...10).map { week -> FanPicture.Spread in
            let spread: Double = Double(week).squareRoot() * 4
            return .init(p10: 28 - spread, p25: 28 - spread / 2, p50: 28, p75: 29 + spread / 2, p90: 30 + spread)
        }
        return FanPicture(
            past: past, leftOut: [9, 10, 11], fan: fan, ticks: [(0, "May 24"), (13, "Aug 23"), (26, "Nov 22")],
            greatest: "43 units a week \(name)", for: reader)
    }

    private var cover: StockCoverPicture {
        StockCoverPicture(
            stock: "412 units \(name)", runsOut: .init(19, 31), arrives: .init(21, 30), isTooLate: false, orderBy: 3,
            horizon: 45,
            ticks: [(0, "Nov 20"), (15, "Dec 5"), (30, "Dec 20")], for: reader)
    }

    private var steps: StepLine {
        StepLine(
            [
                .init(period: 0, value: 0.6, label: "0.60"), .init(period: 9, value: 0.75, label: "D12 \(name)"),
                .init(period: 20, value: 0.7, label: "D19"),
            ], trial: 6...9, periods: 26, ticks: [(0, "May 24"), (13, "Aug 23")], unit: "days")
    }

    var phases: [Ring.Phase] {
        let names: [HTML] = [
            "Visibility", "Prioritization", "Resolution", "Better data", "Better decisions \(name)",
            "Better performance",
        ]
        return names.enumerated().map { place, name in
            let share = place == 5 ? nil : [0.92, 0.81, 0.64, 0.55, 0.12][place]
            return .init(
                name, share: share, target: 0.6,
                figures: share.map { "\(reader.formats.percent($0)) of 60%" } ?? "not measured yet",
                isStalled: place == 4)
        }
    }

    var panels: [SmallMultiples.Panel] {
        (0..<4).map { place -> SmallMultiples.Panel in
            let weeks = (0..<13).map { week -> Double? in
                let cleared = (week * (place + 3)) % 7 + 2
                return week == 3 ? nil : Double(cleared)
            }
            return .init(
                name: "Cleared a week \(name)", last: "9,214", unit: "USD",
                weeks: weeks, unsettled: [12], target: 6,
                answer: "Cleared \(name)", ends: ("Aug 22", "Nov 20")
            ) { reader.formats.number($0, decimals: 0) + " USD" }
        }
    }

    var map: PairedMap {
        PairedMap([
            .init(
                "Suppressions \(name)", maturity: 5, words: "5 Software",
                links: [(.itself, "itself"), (.level(2, isWeakest: false), name), (.unknown, "18 more closes needed")],
                next: "6.1 tuned by outcomes"),
            .init(
                "Inventory", maturity: 3, words: "3 Process",
                links: [
                    (.level(1, isWeakest: true), "one link"), (.itself, "itself"),
                    (.level(4, isWeakest: false), "four"),
                ],
                next: "4.2 half automatic"),
            .init(
                "Pricing", maturity: nil, words: "not installed",
                links: [(.unknown, "none"), (.level(5, isWeakest: false), "five"), (.itself, "itself")], next: ""),
        ])
    }

    var roadmap: Roadmap {
        Roadmap([
            .init(
                "Connect Suppressions to Inventory \(name)", reason: "Stock is bought for what cannot be sold.",
                worth: "worth about $3,100 a month, 80% between 900 and 5,800, medium evidence",
                effort: "about 12 hours")
        ])
    }
}
