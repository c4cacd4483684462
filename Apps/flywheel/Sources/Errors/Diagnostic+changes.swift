import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Settings
import Uploads

extension Diagnostic {
    /// Why a change of a listing was not decided, written or taken back.
    init(_ error: ChangeError, clock: WallClock) {
        switch error {
        case .unknown(let id):
            self.init(
                "unknown-change", "there is no change \(id)", help: "flywheel changes --state any", exit: .unknown)
        case .tooEarly(let id, let proposed):
            self.init(
                "too-early", "\(id) was not proposed before \(proposed); nothing was changed",
                help: "leave --as-of out to act now, or look: flywheel changes show \(id)", exit: .refused)
        case .state(let id, let state):
            self.init(
                "change-state", "\(id) is \(state.words), which does not allow it; nothing was changed",
                help: "flywheel changes show \(id)", exit: .refused)
        case .exceptionEnded(let id, let exception, let state):
            self.init(
                "change-ended", "\(id) would end \(exception), which is \(state.words) and does not wait for work",
                help: "flywheel show \(exception)", exit: .refused)
        case .testMode(let id, let account):
            self.init(
                "test-mode", "\(id) was not written: account \(account) is in test mode",
                help: "look at what would be written: flywheel changes write --dry-run; "
                    + "to write, name the account in flywheel.yaml: changes: {live: [\(account)]}", exit: .refused)
        case .approvedInTestMode(let id):
            self.init(
                "approved-in-test", "\(id) was approved in test mode, which is no approval of writing it",
                help: "flywheel changes approve \(id)", exit: .refused)
        case .valuesMissing(let id, let names):
            self.init(
                "values-missing", "\(id) has no value for \(names.joined(separator: ", ")), which only a person knows",
                help: "flywheel changes approve \(id) "
                    + names.map { "--set \($0)=VALUE" }.joined(separator: " "), exit: .refused)
        case .attributeUnknown(let id, let name, let names):
            let nearest = Nearest.word(to: name, of: names).map { "; did you mean \"\($0)\"?" } ?? ""
            self.init(
                "attribute-unknown", "\(id) sets no attribute \"\(name)\"\(nearest)",
                help: "flywheel changes show \(id)", exit: .refused)
        case .priceMoved(let id, let found, let expected):
            let price = found.map { "the price is \($0)" } ?? "no fresh file says the price"
            self.init(
                "price-moved", "\(id): \(price), expected \(expected); nothing was changed",
                help: "import the newest listings, then: flywheel rotate", exit: .refused)
        case .limitForeign(let id, let to, let limit):
            self.init(
                "limit-foreign",
                "\(id) would set \(to), and its limit is \(limit): no rate leads from one to the other",
                help: "import exchange rates: flywheel explain rates/1", exit: .refused)
        case .belowFloor(let id, let to, let floor):
            self.init(
                "below-floor", "\(id) would set \(to), expected \(floor) or more, the floor by the costs known now",
                help: "flywheel changes show \(id)", exit: .refused)
        case .aboveCeiling(let id, let to, let ceiling):
            self.init(
                "above-ceiling", "\(id) would set \(to), expected \(ceiling) or less",
                help: "flywheel changes show \(id)",
                exit: .refused)
        case .floorUnknown(let id):
            self.init(
                "floor-unknown", "\(id) lowers the price, and neither a floor nor a unit's cost is known",
                help: "import costs: flywheel explain costs/1", exit: .refused)
        case .movesSpent(let id, let limit):
            self.init(
                "moves-spent", "\(id): the listing's price was written \(limit) times in 24 hours, which is the most",
                help: "flywheel changes write, tomorrow", exit: .refused)
        case .afterAnother(let id, let other):
            self.init(
                "after-another", "\(id) sets the price that \(other) sets as well; \(other) goes first",
                help: "flywheel changes refuse \(id) --reason twice", exit: .refused)
        case .listingUnknown(let id):
            self.init(
                "listing-unknown", "nothing is known any more of the listing that \(id) would change",
                help: "flywheel changes refuse \(id) --reason gone", exit: .refused)
        case .nothingToRestore(let id):
            self.init(
                "nothing-to-restore", "what \(id) replaced is not known, so no file can bring it back",
                help: "flywheel changes show \(id)", exit: .refused)
        case .reasonNoWord(let id, let reason):
            self.init(
                "reason-word", "\(id) stays: \"\(reason)\" is no word, expected a-z, 0-9 and -, at most 40 of them",
                help: "flywheel changes refuse \(id) --reason too-low", exit: .refused)
        case .store(let error):
            self.init(error)
        }
    }

    /// Why no form of the marketplace carries a change.
    init(_ error: UploadError, of id: ChangeID) {
        let help =
            if case .sellerMissing = error {
                "say it in flywheel.yaml: changes: {sellers: {ACCOUNT: SELLER-ID}}"
            } else {
                "flywheel changes show \(id)"
            }
        self.init("upload", "\(id) cannot be written: \(error.description)", help: help, exit: .refused)
    }

    /// Why a file for a marketplace was not written.
    init(_ failure: UploadFiles.Failure) {
        switch failure {
        case .exists(let path):
            self.init(
                "file-exists", "there is a file \(path); nothing is overwritten", help: "--output names another place",
                exit: .refused)
        case .system(let path, let reason):
            self.init(
                "file", "writing \(path) failed: \(reason)", help: "check the path, its permissions and the disk",
                exit: .failed)
        }
    }
}
