import FlywheelKit

/// Closes of one problem that came to the same, and when: what every question after what the data say of closes is counted by.
struct JudgedCloses: Hashable {
    /// What a close came to.
    enum Judgement: Hashable {
        /// The data confirmed it.
        case confirmed
        /// They refuted it: the problem was still there.
        case refuted
        /// They said nothing in the days in which they were to.
        case unjudged
        /// They have said nothing yet, and those days are not over.
        case pending
    }

    /// What they came to.
    let judgement: Judgement
    /// How many they are.
    let count: Int
    /// When that was known. Of several closes that the data refuted only the last is known by its moment, and all stand there.
    let at: Instant
}

extension Problem {
    /// All closes by which people said that it was mended. One that the data refuted ended nothing: the problem stands open
    /// since, or another close ended it.
    ///
    /// - Parameters:
    ///   - days: in which the data are to judge a close.
    ///   - now: the moment of asking.
    func judgedCloses(within days: Double, until now: Instant) -> [JudgedCloses] {
        var found: [JudgedCloses] = []
        if notFixed > 0, let refuted { found.append(JudgedCloses(judgement: .refuted, count: notFixed, at: refuted)) }
        guard let ended, closer != nil, !isMended, verdict == nil || verdict == .actionable else { return found }
        let settled = ended.advanced(byDays: days)
        let (judgement, moment): (JudgedCloses.Judgement, Instant) =
            switch isVerified {
            case true?: (.confirmed, verified ?? ended)
            case false?: (.refuted, verified ?? ended)
            case nil: settled <= now ? (.unjudged, settled) : (.pending, ended)
            }
        found.append(JudgedCloses(judgement: judgement, count: 1, at: moment))
        return found
    }
}
