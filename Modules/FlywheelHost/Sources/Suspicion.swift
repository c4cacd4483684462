import FlywheelKit
import FlywheelStore

/// Whether a file looks as though it were not all there.
///
/// Of two files that were joined to one nobody knows which is true, and whose the second one is.
///
/// A snapshot speaks through what it leaves out, so one that lost rows or columns would close exceptions it knows nothing
/// of. It waits for a person instead. Any other file is doubted where it ends in the middle of a row, and a log where its last
/// line has no end, unlike before: its last number may have lost digits. A file may be another seller's: then hardly any of its
/// listings are known.
struct Suspicion {
    /// Fewer missing rows than this are not enough to call a small list suspicious.
    static let fewRows = 3
    /// The share of rows that may be rejected before the whole file is doubted.
    static let mostRejected = 0.5

    /// The share of a file's listings that may be unknown to an account that has listings.
    static let mostUnknown = 0.9

    /// Why a file should wait for a person; `nil` when nothing is wrong with it.
    ///
    /// - Parameters:
    ///   - unreadable: how many of the rejected rows could not be read, as against those that are none of what is read.
    ///   - joinedAt: the line where the headings stand again.
    ///   - cutOffAt: the line of a row that has too few cells; of a log, and of a file that does not speak for every subject,
    ///     only where it is the last one, and not ended.
    ///   - missing: how many subjects of the last file this one does not mention.
    ///   - strangers: which of its listings are new to the account; `nil` where that has no listings yet.
    static func of(
        _ summary: ImportSummary, feed: Feed, unreadable: Int, joinedAt: Int?, cutOffAt: Int?,
        after last: ImportRecord?, missing: () throws -> Int, strangers: () throws -> Strangers?
    ) rethrows -> String? {
        if let joinedAt { return "the headings stand again at line \(joinedAt): files were joined" }
        let read = summary.kept + summary.rejected
        if unreadable > 0, Double(unreadable) > mostRejected * Double(read) {
            return "\(unreadable) of \(read) rows were rejected"
        }
        // Logs whose maker never ends the last line may leave out its blank cells.
        if let line = cutOffAt, feed.shape.isSnapshot || last?.summary.endsWithLineEnd ?? true {
            return "the row at line \(line) has too few cells: the file looks cut off"
        }
        guard summary.isComplete else { return nil }
        if !summary.endsWithLineEnd, let last, last.summary.endsWithLineEnd {
            return "the last line has no end, that of the last one (\(last.id)) had: the file looks cut off"
        }
        if feed.shape.isSnapshot, let last, let lack = try lack(of: summary, feed, after: last, missing) { return lack }
        guard feed.isOfListingsOnSale, let strangers = try strangers() else { return nil }
        return doubt(strangers, of: summary.subjects)
    }

    /// What a complete list lacks that the last one had.
    private static func lack(
        of summary: ImportSummary, _ feed: Feed, after last: ImportRecord, _ missing: () throws -> Int
    ) rethrows -> String? {
        // That nothing is left is how a list of problems is to end.
        if summary.kept == 0, last.summary.kept > 0, !feed.listsProblems {
            return "no rows, the last one (\(last.id)) had \(last.summary.kept)"
        }
        let lost = last.summary.kept - summary.kept
        if isTooMuch(lost, of: last.summary.kept, feed) {
            let percent = lost * 100 / last.summary.kept
            return "\(summary.kept) rows, the last one (\(last.id)) had \(last.summary.kept): \(percent)% fewer"
        }
        let gone = try missing()
        if isTooMuch(gone, of: last.summary.subjects, feed) {
            return
                "\(gone) of the \(last.summary.subjects) \(feed.subject.rawValue)s of the last one (\(last.id)) are not in it"
        }
        let columns = last.summary.columns.filter { column in
            !last.summary.leavesOpen(column) && (!summary.columns.contains(column) || summary.leavesOpen(column))
        }
        if !columns.isEmpty {
            return "without \(columns.joined(separator: ", ")), which the last one (\(last.id)) had"
        }
        return nil
    }

    /// Whether a file is likely to be another seller's. A few new listings are nothing unusual, unless another account has them.
    private static func doubt(_ strangers: Strangers, of count: Int) -> String? {
        guard Double(strangers.count) > mostUnknown * Double(count) else { return nil }
        if count < fewRows {
            return strangers.areAnothers ? "all of its listings are another account's, and new to this one" : nil
        }
        return "\(strangers.count) of its \(count) listings are new to the account: it may be another seller's"
    }

    private static func isTooMuch(_ lost: Int, of count: Int, _ feed: Feed) -> Bool {
        lost >= fewRows && Double(lost) > feed.mayShrinkBy * Double(count)
    }
}

extension Feed {
    /// Whether its files shrink when work is done: of those that may lose most of their rows.
    fileprivate var listsProblems: Bool { mayShrinkBy > 0.5 }

    /// Whether its rows name listings that are on sale: lists of how they stand, and logs of what happened to them. What is
    /// still to come, such as orders to suppliers, may well be of listings that nobody has heard of.
    fileprivate var isOfListingsOnSale: Bool { subject == .listing && (shape.isSnapshot || !shape.isStanding) }
}

extension FeedShape {
    /// Whether a complete file replaces everything before it.
    var isSnapshot: Bool {
        if case .log = self { false } else { true }
    }

    /// Whether files say how things stand, so that a later one with the contents of an earlier one takes back what a file
    /// between them said. Lists do, and so do logs whose rows only the age of their file decides between: orders to
    /// suppliers, say. Where a row is told apart by its day, files say what happened then, again and again.
    var isStanding: Bool {
        switch self {
        case .snapshot, .snapshotRows: true
        case .log(let group, let newest, let at): newest == nil && !group.contains(at)
        }
    }
}
