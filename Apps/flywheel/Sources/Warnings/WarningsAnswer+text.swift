import FlywheelRuntime
import FlywheelStore
import Statistics

extension WarningsAnswer {
    func text(on page: Page) -> [String] {
        guard !scores.isEmpty else {
            return [
                "Nothing was predicted so far", "\(rotation.id), as of \(page.clock.full(rotation.asOf))",
            ] + page.next("flywheel queue")
        }
        let predicted = scores.reduce(0) { $0 + $1.predicted }
        let told = scores.reduce(0) { $0 + $1.settled }
        let came = scores.reduce(0) { $0 + $1.settledTrue }
        return page.wrapped(
            "\(Numbers.grouped(predicted)) predicted by \(Numbers.count(scores.count, "rule")); of"
                + " \(Numbers.grouped(told)) whose time is over, \(Numbers.grouped(came)) came true")
            + ["\(rotation.id), as of \(page.clock.full(rotation.asOf))", ""]
            + scores.flatMap { block($0, page) } + worthless(page) + page.next("flywheel queue --predicted")
    }

    private func block(_ score: WarningScore, _ page: Page) -> [String] {
        var lines = [page.ink("\(title(of: score).capitalizedFirst), \(score.workflow)".visible, .bold)]
        var parts = [
            "\(Numbers.grouped(score.predicted)) predicted", "\(Numbers.grouped(score.cameTrue)) came true",
            "\(Numbers.grouped(score.lapsed)) did not happen",
        ]
        if score.actedOn > 0 { parts.append("\(Numbers.grouped(score.actedOn)) acted on before anybody could tell") }
        parts.append("\(Numbers.grouped(score.open)) still open")
        lines += page.wrapped(parts.joined(separator: ", "), head: "  ")
        lines += page.wrapped(precision(score), head: "  precision  ")
        lines += page.wrapped(recall(score), head: "  recall     ")
        lines += page.wrapped(lead(score), head: "  lead time  ")
        return lines + [""]
    }

    private func precision(_ score: WarningScore) -> String {
        guard let precision = score.precision else { return "not measured yet: the time of none is over" }
        let stated = score.meanStated.map { "; said beforehand \(Numbers.percent($0)) on average" } ?? ""
        return words(precision, of: score.settled) + stated
    }

    private func recall(_ score: WarningScore) -> String {
        guard let recall = score.recall else { return "not measured yet: none happened" }
        return words(recall, of: score.cameTrue + score.missed)
            + "; \(Numbers.grouped(score.missed)) began that nobody had predicted"
    }

    private func lead(_ score: WarningScore) -> String {
        guard let days = score.medianLeadDays else {
            return score.cameTrue == 0 ? "not measured yet: none began" : "more than half have not begun yet"
        }
        let open = score.open + score.actedOn
        let censored =
            open > 0 ? "; \(Numbers.grouped(open)) not begun are counted for as long as they were watched" : ""
        return "half begin within \(Numbers.count(days, "day"))\(censored)"
    }

    private func words(_ interval: WilsonInterval, of count: Int) -> String {
        "\(Numbers.percent(interval.share)) of \(Numbers.grouped(count)), 80% between"
            + " \(Numbers.percent(interval.low)) and \(Numbers.percent(interval.high))"
    }

    /// Rules whose predictions cost more looks than they are worth: named, and not dropped.
    private func worthless(_ page: Page) -> [String] {
        let names = scores.filter(\.isNotWorthItsAlarms).map { "\($0.workflow) \($0.kind)" }
        guard !names.isEmpty else { return [] }
        let least = Numbers.percent(WarningScore.leastPrecision)
        return page.wrapped(
            "\(names.joined(separator: ", ")): fewer than \(least) come true, 90% surely",
            head: page.ink("not worth its alarms", .yellow) + "  ")
    }
}
