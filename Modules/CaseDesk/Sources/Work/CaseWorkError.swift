public import Cases
public import FlywheelKit
public import FlywheelStore

/// Why work on a case was refused. Nothing is changed by what is refused.
public enum CaseWorkError: Error, Hashable, Sendable {
    /// There is no such case.
    case unknown(CaseID)
    /// The moment of the work lies before the case was opened.
    case tooEarly(CaseID, Instant)
    /// It is over.
    case isOver(CaseID, CaseState)
    /// It is not over, so it cannot be opened again.
    case notOver(CaseID, CaseState)
    /// Somebody of the desk has it.
    case ownedBy(CaseID, String, at: Instant)
    /// Who acts does not have it.
    case notOwned(CaseID, String?)
    /// Who is to have it is not able to work it, or has no room for it.
    case notAble(CaseID, String, [Obstacle])
    /// Nobody of the desk is called so.
    case nobody(String, [String])
    /// It stands on the last step of the ladder.
    case topOfLadder(CaseID, String)
    /// It went into another case: work goes on there.
    case merged(CaseID, into: CaseID)
    /// It did not go into another case.
    case notMerged(CaseID)
    /// A case goes into another one, and no others into it.
    case mergeRefused(CaseID, into: CaseID, why: String)
    /// A reason or a label is a word of a-z, 0-9 and -, of at most 40 letters.
    case noWord(String)
    /// A hold ends later than now, and within ``CaseWorkbench/longestHoldDays``.
    case holdEnds(CaseID, Instant)
    /// The source says nothing else of that.
    case noConflict(CaseID, CaseField)
    /// A text says something, in no more than ``CaseWorkbench/longestText`` characters; it has so many.
    case textLength(Int)
    /// There is no such draft, or it is past the step that is asked for.
    case noDraft(MessageID, MessageRecord.State?)
    /// What would be written is hidden from who acts.
    case textsHidden
    /// There is no macro of that name; these are there.
    case unknownMacro(String, [String])
    /// The macro needs something that is not known of the case.
    case macroGap(CaseID, macro: String, what: String)
    /// There is no checklist of that name; these are there.
    case unknownChecklist(String, [String])
    /// The checklist has only so many steps.
    case noStep(CaseID, checklist: String, Int, of: Int)
    /// That person did nothing that could be taken back, on one case or on any.
    case nothingToUndo(CaseID?, String)
    /// It is not as who acts saw it: who changed it last, and when.
    case changedMeanwhile(CaseID, by: String, at: Instant)
    /// Somebody built on the act since: who, what and when.
    case builtOn(CaseID, by: String, JournalEvent.Verb, at: Instant)
    /// A dispute's rules, or who may decide in it, stand against it; of no case, where a proposal is not there.
    case dispute(CaseID?, DisputeRefusal)
    /// A review or an audit is refused.
    case review(CaseID, ReviewError)
    /// What is kept of a case cannot be read.
    case unreadable(CaseRecordError)
    /// The store said no.
    case store(StoreError)
}
