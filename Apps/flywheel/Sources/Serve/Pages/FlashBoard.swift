import People
import Synchronization
import WebPages

/// What was done by a form, for the page that its sender is sent to.
struct FlashNote: Sendable {
    /// A message of the catalog.
    let key: String
    var arguments: [String: Phrases.Value] = [:]
    /// What was asked for and not done, a line each.
    var refusals: [HTML] = []
    /// Where a form takes it back; `nil` where nothing does.
    var undo: Address?
}

/// The note each visitor is to see next.
final class FlashBoard: Sendable {
    /// Notes kept at most: whoever signs in and never looks again must not fill the memory.
    private static let most = 4_096

    private let notes = Mutex<[Viewer.Credential: FlashNote]>([:])

    /// Pins a note up, in place of the one before.
    func pin(_ note: FlashNote, for viewer: Viewer) {
        notes.withLock { notes in
            if notes.count >= Self.most { notes.removeAll() }
            notes[viewer.credential] = note
        }
    }

    /// Takes the note down.
    func take(for viewer: Viewer) -> FlashNote? {
        notes.withLock { $0.removeValue(forKey: viewer.credential) }
    }
}
