import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Thresholds
import WebPages

/// One threshold: how it was moved, what came of its workflow's findings on the same weeks, and what is proposed.
struct ThresholdPage {
    let answer: ThresholdAnswer
    /// What was decided about it, oldest first.
    let decisions: [KeptDecision]
    /// Who looks may decide about proposals.
    let mayDecide: Bool
    let reader: Reader

    private var phrases: Phrases { reader.phrases }
    private var standing: KnobStanding { answer.standing }

    var html: HTML {
        """
        \(WheelLinks(reader: reader, current: "/wheel/thresholds").html)
        <section>\(facts)\(history)</section>
        <section><h2>\(phrases("wheel.heading.weeks"))</h2>\(weeks)</section>
        <section><h2>\(phrases("wheel.heading.proposals"))</h2>\(proposals)</section>
        """
    }

    private var facts: HTML {
        let knob = standing.knob
        let about: HTML = knob.about.isEmpty ? .nothing : "<p>\(reader.said(knob.about))</p>"
        let unit = unit.isEmpty ? [] : [(name: phrases("wheel.unitOfKnob"), value: "\(unit)" as HTML)]
        let facts = Definitions(
            [
                (phrases("wheel.column.value"), "\(reader.plain(standing.value))")
            ] + unit + [
                (
                    phrases("wheel.column.range"),
                    "\(reader.plain(knob.range.lowerBound)) – \(reader.plain(knob.range.upperBound))"
                ),
                (phrases("wheel.initial"), "\(reader.plain(knob.initial))"),
                (phrases("wheel.direction"), phrases(knob.isLooserHigher ? "wheel.looserHigher" : "wheel.looserLower")),
            ]
        ).html
        let notice = knob.isSet ? Notice(.information, phrases("wheel.staysSet")).html(for: reader) : .nothing
        return "\(about)\(notice)\(facts)"
    }

    /// What its number counts; empty where that is nothing in particular.
    private var unit: String {
        standing.knob.unit == .none ? "" : phrases.text("wheel.knobUnit.\(standing.knob.unit.rawValue)")
    }

    /// The weeks of the table below as an axis; what was moved before stands at its start.
    private var history: HTML {
        guard let first = answer.weeks.first?.from else { return .nothing }
        let span = Double(answer.weeks.count)
        func period(_ instant: Instant) -> Double {
            min(max(Double(instant.seconds - first.seconds) / 604_800, 0), span)
        }
        let moves = decisions.flatMap(moves)
        let start = moves.last { $0.at <= first }?.value ?? moves.first?.before ?? standing.value
        let steps =
            [StepLine.Step(period: 0, value: start, label: reader.plain(start))]
            + moves.filter { $0.at > first }.map { move in
                StepLine.Step(period: period(move.at), value: move.value, label: move.label)
            }
        let shadow = standing.current?.proposal.steps.first { $0.state == .shadow }?.at
        let picture = StepLine(
            steps, trial: shadow.map { period($0)...span }, periods: span,
            ticks: [
                (0, reader.formats.day(first)), (span, reader.formats.day(answer.asOf)),
            ], unit: unit)
        let answerText = phrases(
            "wheel.historyAnswer",
            ["value": .text(reader.plain(standing.value)), "count": .count(decisions.count)])
        return Figure(question: phrases("wheel.historyQuestion"), picture: picture.html(answer: answerText))
            .html(for: reader)
    }

    private struct Move {
        let at: Instant
        let before: Double
        let value: Double
        let label: String
    }

    /// When a decision moved the threshold, and when it was moved back.
    private func moves(of kept: KeptDecision) -> [Move] {
        guard let change = kept.body.change else { return [] }
        let there = Move(at: kept.body.effective, before: change.from, value: change.to, label: kept.record.id)
        let back = kept.body.rolledBack.map {
            Move(at: $0, before: change.to, value: change.from, label: phrases.text("wheel.proposal.rolledBack"))
        }
        return [there, back].compactMap(\.self)
    }

    private var weeks: HTML {
        DataTable(
            id: "weeks", caption: phrases("wheel.precisionCaption"),
            columns: [
                .init(phrases("wheel.column.from")), .init(phrases("wheel.column.opened"), isNumber: true),
                .init(phrases("wheel.column.judged"), isNumber: true),
                .init(phrases("wheel.column.real"), isNumber: true),
                .init(phrases("wheel.column.precision"), isNumber: true),
            ],
            rows: answer.weeks.map { week in
                let precision: HTML =
                    week.judged == 0
                    ? phrases("wheel.notMeasured")
                    : "\(reader.formats.percent(Double(week.real) / Double(week.judged)))"
                return .init([
                    "\(reader.formats.day(week.from))", "\(reader.formats.number(week.opened))",
                    "\(reader.formats.number(week.judged))", "\(reader.formats.number(week.real))", precision,
                ])
            }, empty: phrases("wheel.notMeasured")
        ).html
    }

    private var proposals: HTML {
        guard !standing.proposals.isEmpty else { return "<p>\(phrases("wheel.noProposal"))</p>" }
        return standing.proposals.reversed().map { kept in
            ProposalPart(kept: kept, mayDecide: mayDecide, reader: reader).html
        }.joined()
    }
}
