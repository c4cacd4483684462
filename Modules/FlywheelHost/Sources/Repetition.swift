import FlywheelKit
import FlywheelStore
import Imports

/// What a file adds whose bytes may have come in before.
///
/// The same bytes may be another look at how things stand, where something says that they did so at another moment: somebody
/// or a name, or of a complete list the time of a file that was written anew since. What happened is told once.
struct Repetition {
    /// The import that it adds nothing to; `nil` where it has to be read.
    let same: ImportID?
    /// Why a person has to say whether it counts.
    let suspicion: String?

    init(of draft: ImportDraft, _ file: RecognizedFile, among imports: [ImportRecord]) {
        let alike = imports.filter { $0.state != .discarded && $0.hasContents(of: draft) }
        let newest = imports.filter { record in
            record.state == .kept && record.summary.isComplete && record.draft.format == draft.format
                && record.isOfOwner(of: draft)
        }.max { ($0.draft.effectiveAt, $0.draft.digest) < ($1.draft.effectiveAt, $1.draft.digest) }
        guard let last = alike.last else {
            (same, suspicion) = (nil, nil)
            return
        }
        // What is yet to come counts as of now, which says nothing new however often it is offered.
        let isStanding = file.feed.shape.isStanding && file.effectiveAt.value <= draft.effectiveAt
        switch file.effectiveAt.source {
        case _ where !isStanding:
            same = last.id
        case .stated, .dayAndFileTime:
            same = nil
        case .fileName, .folderName, .dayInRows:
            // A copy lost the time of day that the file itself had.
            let day = draft.effectiveAt..<draft.effectiveAt.advanced(byDays: 1)
            same = alike.last { day.contains($0.draft.effectiveAt) }?.id
        case .fileTime where file.feed.shape.isSnapshot && file.isComplete:
            let before = alike + [newest].compactMap(\.self)
            same = before.allSatisfy { $0.draft.effectiveAt < draft.effectiveAt } ? nil : last.id
        default:
            same = last.id
        }
        // Copying an old file makes its time new, and its rows would undo what came since.
        if same == nil, file.effectiveAt.source == .fileTime, let newest, newest.draft.digest != draft.digest,
            let earlier = alike.last(where: { $0.state == .kept })
        {
            suspicion =
                "the contents of \(earlier.id) of \(earlier.draft.effectiveAt.utcDay) again, and \(newest.id) said otherwise"
                + " since: accept it if it was downloaded anew (a day in its name, or --at, says so)"
        } else {
            suspicion = nil
        }
    }
}

extension ImportRecord {
    /// Whether it brought the same bytes for the same owner, whenever they were true.
    func hasContents(of draft: ImportDraft) -> Bool {
        self.draft.digest == draft.digest && isOfOwner(of: draft)
    }

    /// Whether it feeds the same for the same account and marketplace.
    fileprivate func isOfOwner(of draft: ImportDraft) -> Bool {
        self.draft.feed == draft.feed && self.draft.account == draft.account
            && self.draft.marketplace == draft.marketplace
    }
}
