import Calendars
import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore

extension Session {
    /// Draws from a week's cases: the one a moment lies in, or the last that is over.
    func reviewSample(week moment: Instant?, reviewers names: [String]) throws -> ReviewSampleAnswer {
        try reviewSample(week: moment, reviewers: names, among: DeskCases.all(in: host.store))
    }

    /// The same from cases that were read before.
    func reviewSample(
        week moment: Instant?, reviewers names: [String] = [], among read: [(id: CaseID, contents: Case)]
    ) -> ReviewSampleAnswer {
        let day = clock.localDay
        let monday = moment.map { day($0).weekStart } ?? day(now).weekStart.advanced(by: -7)
        let week = monday..<monday.advanced(by: 7)
        let settings = rules.settings.quality
        let all = read.compactMap { entry in CaseTimeline(entry.contents, at: now).map { (entry.id, $0) } }
        let ended = all.filter { $0.1.firstEnded.map { week.contains(day($0)) } ?? false }
        let seed = UInt64(truncatingIfNeeded: Int64(monday.epochDays))
        let reviewers = names.isEmpty ? rules.people.map(\.name) : names
        let weights = ReviewSample.weights(of: ended.map(\.1))
        let sample = ReviewSample(
            of: ended.map(\.1), random: settings.randomReviews, weighted: settings.stakesReviews,
            doubled: settings.doubleReviews, reviewers: reviewers,
            names: PeopleNames(rules.people), seed: seed, weights: weights)
        let numbers = Dictionary(
            all.map { ([$0.1.matter.source, $0.1.matter.account, $0.1.matter.code], $0.0) },
            uniquingKeysWith: { first, _ in first })
        let escalations = Escalation.all(in: all.map(\.1)) { week.contains(day($0)) }
        let items = sample.reviews.map { review in
            let (id, item) = ended[review.index]
            return ReviewSampleAnswer.Item(
                id: id, reason: review.reason.rawValue, reviewers: review.reviewers, about: item.topics.first,
                owner: item.matter.owner, isDone: item.matter.reviewers.count >= max(1, review.reviewers.count))
        }
        let audits = Escalation.sample(escalations, of: settings.audits, seed: seed).compactMap { escalation in
            let matter = escalation.item.matter
            return numbers[[matter.source, matter.account, matter.code]].map { id in
                ReviewSampleAnswer.Item(
                    id: id, reason: "escalation", reviewers: [], about: escalation.reason, owner: matter.owner,
                    isDone: matter.isAudited)
            }
        }
        return ReviewSampleAnswer(
            week: monday, items: items + audits, ended: ended.count, escalations: escalations.count,
            hasReviewers: !reviewers.isEmpty)
    }
}
