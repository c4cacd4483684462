/// How many cases were settled by the first answer: who asked wrote once, the desk answered at most once before the case
/// ended, it was not opened again, and its person did not come back about the same within the window.
///
/// Cases whose window is not over are left out until it is. Cases of which no message is known are unknown, and so are those
/// whose person or topic is, since nobody could see them come back. A source that counts answers and reopenings is taken at its
/// word; where it tells only how a case began and counts nothing, the case is unknown.
public enum FirstContact {
    /// Counts, given who came back.
    /// - Parameter contacts: of the same cases in the same order.
    public static func resolution(_ cases: [CaseTimeline], _ contacts: RepeatContacts) -> ShareSummary {
        var (settled, whole, open, unknown) = (0, 0, 0, 0)
        for (index, item) in cases.enumerated() {
            guard let ended = item.firstEnded else { continue }
            let turns = item.turns.filter { $0.at <= ended }
            let stated = item.matter.stated
            let isMore = (stated.replies ?? 0) > 1 || (stated.reopenings ?? 0) > 0
            switch contacts.answer(at: index) {
            case _ where !contacts.knowsWho(at: index): unknown += 1
            case .tooEarly?: open += 1
            case _ where isMore: whole += 1
            case nil: unknown += 1
            case _ where turns.isEmpty || item.matter.hidesAnswers && stated.replies == nil: unknown += 1
            case .cameBack?: whole += 1
            case .stayedAway?:
                whole += 1
                let isOneRound = turns.count(where: \.isDesk) <= 1 && turns.count { !$0.isDesk } <= 1
                settled += isOneRound && item.reopened.isEmpty ? 1 : 0
            }
        }
        return ShareSummary(part: settled, whole: whole, open: open, unknown: unknown)
    }
}
