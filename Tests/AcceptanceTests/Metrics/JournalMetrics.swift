import FlywheelKit
import FlywheelStore
import Foundation

/// The metrics once more, from the journal and the records of rotations alone, written apart from the program's own way:
/// seconds, words and plain lists, and every formula from the text of its definition.
struct JournalMetrics {
    /// A value with what it is of.
    struct Found: Equatable {
        var value: Double?
        var count: Int
    }

    let lives: [Life]
    /// The tier of each exception, as the queue last showed it.
    let tiers: [Int64: String]
    /// What each exception counted for, in minor units, as the queue last showed it.
    let worths: [Int64: Int]
    let turns: [[String: Any]]
    let first: Int
    let now: Int

    init(_ store: any Store, tiers: [Int64: String], worths: [Int64: Int], until now: Instant) throws {
        lives = try Life.all(in: store)
        self.tiers = tiers
        self.worths = worths
        turns = try store.rotations().map { rotation in
            var turn = try JSONSerialization.jsonObject(with: Data(rotation.summary.utf8)) as? [String: Any] ?? [:]
            turn["at"] = Int(rotation.asOf.seconds)
            return turn
        }
        first = turns.compactMap { $0["at"] as? Int }.min() ?? 0
        self.now = Int(now.seconds)
    }

    static let day = 86_400

    /// Every metric, by its key.
    static let all: [String: @Sendable (JournalMetrics, Span) -> Found] = [
        "time-to-detection": { $0.detection($1) },
        "found-late-share": { me, span in me.share(me.lives.filter { span.holds($0.seen) }.map(\.isFoundByPerson)) },
        "alert-precision": { $0.precision($1) },
        "prediction-hit-rate": { $0.hits($1) },
        "open-exposure": { $0.exposure($1) },
        "exposure-cleared-per-day": { $0.cleared($1) },
        "time-to-own": { $0.owning($1) },
        "owned-in-time": { $0.ownedInTime($1) },
        "time-to-resolution": { $0.resolution($1) },
        "due-met-share": { $0.dueMet($1) },
        "touch-time": { $0.touch($1) },
        "verified-share": { $0.verified($1) },
        "not-fixed-rate": { $0.failed($1) },
        "root-cause-capture": { $0.causes($1) },
        "repeat-rate-30": { $0.repeats($1, days: 30) },
        "repeat-rate-90": { $0.repeats($1, days: 90) },
        "regression-rate": { $0.regressions($1) },
        "open-problems": { $0.backlog($1) },
        "open-age-p90": { $0.backlogAge($1) },
        "net-flow": { $0.netFlow($1) },
        "revenue-per-operator": { $0.perOperator($1, "weekRevenue", isMoney: true) },
        "units-per-listing": { $0.unitsPerListing($1) },
        "listings-per-operator": { $0.perOperator($1, "listings") },
        "problems-per-operator": { $0.problemsPerOperator($1) },
        "stockout-rate": { $0.ratio($1, "stockedOut", of: "stockKnown") },
        "hero-featured-share": { $0.heroes($1) },
        "coverage": { $0.ratio($1, "watched", of: "listings") },
        "freshness": { $0.ratio($1, "freshFeeds", of: "feeds") },
    ]
}

/// From one moment, not included, to another.
struct Span {
    let low: Int
    let high: Int

    func holds(_ moment: Int) -> Bool { moment > low && moment <= high }
}

extension JournalMetrics {
    func share(_ answers: [Bool]) -> Found {
        guard !answers.isEmpty else { return Found(value: nil, count: 0) }
        return Found(value: Double(answers.filter { $0 }.count) / Double(answers.count), count: answers.count)
    }

    /// The time by which half have ended, by the product-limit estimate: from one end to the next, what is left of those at
    /// risk.
    func median(_ lengths: [(seconds: Int, isOver: Bool)]) -> Found {
        let over = lengths.filter(\.isOver)
        var left = 1.0
        for time in Set(over.map(\.seconds)).sorted() {
            let atRisk = lengths.filter { $0.seconds >= time }.count
            let here = over.filter { $0.seconds == time }.count
            left *= 1 - Double(here) / Double(atRisk)
            if left <= 0.5 + 1e-12 { return Found(value: Double(time) / 3_600, count: over.count) }
        }
        return Found(value: nil, count: over.count)
    }

    private func detection(_ span: Span) -> Found {
        let found = lives.filter { span.holds($0.seen) && $0.predicted != $0.seen }
        return median(found.compactMap { life in life.onset.map { (max(0, life.seen - $0), true) } })
    }

    private func precision(_ span: Span) -> Found {
        share(
            lives.filter { !$0.isFoundByPerson && $0.ended.map(span.holds) ?? false }
                // Of what was prevented nobody can tell whether it was worth saying.
                .filter { $0.closer != nil || !$0.isPrevented }
                .compactMap {
                    ["actionable", "known"].contains($0.verdict) ? true : $0.verdict == "noise" ? false : nil
                })
    }

    private func hits(_ span: Span) -> Found {
        share(
            lives.compactMap { life -> Bool? in
                guard life.predicted != nil else { return nil }
                if let true_ = life.cameTrue { return span.holds(true_) && !life.isActedOnInTime ? true : nil }
                guard let ended = life.ended, span.holds(ended), life.verdict == "didNotHappen" else { return nil }
                return false
            })
    }

    private func cleared(_ span: Span) -> Found {
        let days = Double(span.high - max(span.low, first)) / Double(Self.day)
        guard looked(in: span), days > 0 else { return Found(value: nil, count: 0) }
        let confirmed = lives.filter { $0.confirmed.map(span.holds) ?? false }
        let amounts = confirmed.compactMap { $0.isMended ? worths[$0.number] : $0.amount }
        if amounts.isEmpty, !confirmed.isEmpty { return Found(value: nil, count: 0) }
        return Found(value: (Double(amounts.reduce(0, +)) / days).rounded(.toNearestOrEven), count: amounts.count)
    }

    private func owning(_ span: Span) -> Found {
        median(
            lives.filter { span.holds($0.seen) }.map { life in
                life.claimed.map { ($0 - life.seen, true) } ?? ((life.ended ?? now) - life.seen, false)
            })
    }

    private func ownedInTime(_ span: Span) -> Found {
        share(
            lives.filter { tiers[$0.number] == "A" && span.holds($0.seen + Self.day) }.compactMap { life in
                let limit = life.seen + Self.day
                if let claimed = life.claimed { return claimed <= limit }
                return life.ended.map { $0 <= limit } ?? false ? nil : false
            })
    }

    private func resolution(_ span: Span) -> Found {
        median(lives.filter { span.holds($0.seen) }.map { (($0.ended ?? now) - $0.seen, $0.closer != nil) })
    }

    private func dueMet(_ span: Span) -> Found {
        share(
            lives.compactMap { life in
                guard let due = life.due, span.holds(due), due > life.seen else { return nil }
                guard let ended = life.ended, ended <= due else { return false }
                return life.closer == nil ? nil : true
            })
    }

    private func touch(_ span: Span) -> Found {
        let minutes = lives.filter { $0.closer != nil && $0.ended.map(span.holds) ?? false }.compactMap(\.minutes)
        return Found(
            value: minutes.isEmpty ? nil : minutes.reduce(0, +) / Double(minutes.count), count: minutes.count)
    }

    private func verified(_ span: Span) -> Found {
        share(
            lives.flatMap { life -> [Bool] in
                let refuted = life.refutations.last.map(span.holds) ?? false
                let failed = [Bool](repeating: false, count: refuted ? life.refutations.count : 0)
                guard let closed = life.closed, span.holds(life.confirmed ?? closed + 7 * Self.day) else {
                    return failed
                }
                return failed + [life.confirmed != nil]
            })
    }

    private func failed(_ span: Span) -> Found {
        share(
            lives.compactMap { life in
                let confirmed = life.isMended ? nil : life.confirmed
                guard let judged = ([confirmed].compactMap { $0 } + life.refutations).max(), span.holds(judged)
                else {
                    return nil
                }
                return !life.refutations.isEmpty
            })
    }

    private func causes(_ span: Span) -> Found {
        share(
            lives.compactMap { life in
                guard let ended = life.ended, span.holds(ended), life.verdict == "actionable",
                    life.closer != nil || life.claimed != nil
                else { return nil }
                return life.cause.map { $0 != "other" && $0 != "unknown" } ?? false
            })
    }
}
