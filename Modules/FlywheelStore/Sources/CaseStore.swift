public import FlywheelKit

/// The desk's cases: what is found and sorted, and apart from it what people wrote, which can be erased.
///
/// - What one act changes is one transaction with what the journal keeps of it.
/// - Cases name the version they were decided on; an act on another is refused whole.
/// - Personal text leaves the store through ``texts(_:fields:for:)`` and ``search(_:in:limit:)`` alone; the first logs who saw it.
public protocol CaseStore: Sendable {
    /// Sets ids aside for records that are about to be written.
    ///
    /// - Returns: the first of `count` that follow each other; those that are not used are never given again.
    func reserve<Kind: CaseRecordKind>(_ count: Int, of kind: Kind.Type) throws(StoreError) -> RecordID<Kind>
    /// The key of ``IdentityDigest`` in this store, made when it is first asked for.
    func identityKey() throws(StoreError) -> [UInt8]

    // MARK: Acts

    /// Does one act, or refuses it with ``StoreError/casesChangedMeanwhile(_:)`` when another hand was faster.
    func perform(_ act: CaseAct, by actor: Actor, at: Instant) throws(StoreError)
    /// Does many acts, each of them whole, in transactions that other programs do not notice.
    ///
    /// - Returns: the places in `acts` of those that came too late: their cases changed meanwhile, or are new twice.
    func take(_ acts: [CaseAct], by actor: Actor, at: Instant) throws(StoreError) -> [Int]
    /// The last act that a person did and can take back, on one case or on any.
    func lastCaseStep(by name: String, of id: CaseID?) throws(StoreError) -> CaseStep?
    /// Takes an act back on whose cases nothing was built since, else ``StoreError/casesChangedMeanwhile(_:)``: restores the
    /// cases, deletes messages and decisions made with it and their texts, and journals that. The act before it can be
    /// taken back next.
    ///
    /// - Returns: the cases as they are now.
    func undo(_ step: CaseStep, by actor: Actor, at: Instant) throws(StoreError) -> [CaseRecord]

    // MARK: Cases

    /// These cases, by id; those that do not exist are left out.
    func caseRecords(_ ids: [CaseID]) throws(StoreError) -> [CaseRecord]
    /// The cases of these names.
    func caseRecords(keyed keys: [CaseKey]) throws(StoreError) -> [CaseKey: CaseRecord]
    /// Up to `limit` cases in the order that is asked for.
    func caseRecords(_ query: CaseQuery, limit: Int) throws(StoreError) -> [CaseRecord]
    /// How many cases there are of those asked for, at most `limit`: more are not counted.
    func countCases(_ query: CaseQuery, limit: Int) throws(StoreError) -> Int

    // MARK: What belongs to them

    /// The messages of these cases, by case, time and id.
    func messages(of cases: [CaseID]) throws(StoreError) -> [MessageRecord]
    /// These messages, by id.
    func messages(_ ids: [MessageID]) throws(StoreError) -> [MessageRecord]
    /// The messages that have one of these digests as their ``MessageRecord/source``, by id.
    func messages(sourced digests: [[UInt8]]) throws(StoreError) -> [MessageRecord]
    /// All messages that stand so, by id.
    func messages(in state: MessageRecord.State) throws(StoreError) -> [MessageRecord]
    /// Parties, by id.
    func parties(_ ids: [PartyID]) throws(StoreError) -> [PartyRecord]
    /// Who has these identities.
    func parties(identified digests: [[UInt8]]) throws(StoreError) -> [[UInt8]: PartyID]
    /// Decisions about these cases, or all, by id.
    func decisions(of cases: [CaseID]?) throws(StoreError) -> [DecisionRecord]
    /// Contacts that the desk began, with this party or with all, by id.
    func outreach(with party: PartyID?) throws(StoreError) -> [OutreachRecord]

    // MARK: Personal text

    /// Personal texts of these fields, by case, field and number; where a person looks, that is logged with them.
    func texts(
        _ scope: TextScope, fields: Set<PersonalText.Field>, for access: Access
    ) throws(StoreError) -> [PersonalText]
    /// Where all these words stand, newest first, up to `limit` places: the field and the number of its record. Words are
    /// compared without capitals and accents; the last may be the beginning of a word.
    func search(
        _ words: String, in fields: Set<PersonalText.Field>, limit: Int
    ) throws(StoreError) -> [TextPlace]
    /// Who saw personal text, newest first: this party's, or anybody's.
    func accesses(to party: PartyID?, limit: Int) throws(StoreError) -> [AccessRecord]
    /// Erases and journals it: nobody reads it from then on. Doing it again changes nothing but the journal. What is left of
    /// it in the store's files ends with ``overwriteErased()``.
    func erase(_ erasure: Erasure, by actor: Actor, at: Instant) throws(StoreError) -> ErasureReport
    /// Sees to it that no copy of what was erased is left in the store's files, by this program or by one that was cut off;
    /// returns at once where there is nothing to do. Meanwhile nobody else can write.
    func overwriteErased() throws(StoreError)

    // MARK: Views and models

    /// All saved views of a list, by name and owner.
    func views(of list: SavedView.List) throws(StoreError) -> [SavedView]
    /// Keeps a view in the place of one of the same list, name and owner.
    func keep(_ view: SavedView) throws(StoreError)
    /// Forgets a view.
    func removeView(_ name: String, of list: SavedView.List, owner: String) throws(StoreError)
    /// Keeps a model, and journals it; the same bytes twice are one.
    func keep(_ model: ModelRecord, by actor: Actor) throws(StoreError)
    /// The newest model of a kind, or the one of that digest.
    func model(_ kind: String, digest: String?) throws(StoreError) -> ModelRecord?
}

/// A kind of record at the desk whose ids are set aside before it is written.
public protocol CaseRecordKind: RecordKind {}

extension CaseRecord: CaseRecordKind {}
extension PartyRecord: CaseRecordKind {}
extension MessageRecord: CaseRecordKind {}
extension DecisionRecord: CaseRecordKind {}
extension OutreachRecord: CaseRecordKind {}

/// Where a personal text stands.
public struct TextPlace: Hashable, Sendable {
    /// What it is.
    public let field: PersonalText.Field
    /// The number of the record it belongs to.
    public let number: Int64
    /// The case it was written in.
    public let `case`: CaseID?

    /// A place.
    public init(_ field: PersonalText.Field, _ number: Int64, case: CaseID?) {
        self.field = field
        self.number = number
        self.case = `case`
    }
}
