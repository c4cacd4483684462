import FlywheelHost
import FlywheelKit
import FlywheelStore
import Settings

extension Host {
    /// The only listing of a SKU, of one account or marketplace where these are given.
    ///
    /// - Parameter consequence: what an error ends with, as in "; nothing was added".
    func listing(_ sku: String, account: String?, marketplace: String?, or consequence: String = "") throws -> Subject {
        let listings = try listings(sku, account: account, marketplace: marketplace)
        guard let listing = listings.first else {
            let elsewhere = try self.listings(sku)
            guard elsewhere.isEmpty else {
                throw Diagnostic(
                    "unknown-listing",
                    "no import names a listing \"\(sku)\" there; it is sold by \(Self.places(of: elsewhere))\(consequence)",
                    help: "say where with --account and --marketplace", exit: .unknown)
            }
            let near = try nearestListing(to: sku).map { "; did you mean \"\($0)\"?" } ?? ""
            throw Diagnostic(
                "unknown-listing", "no import names a listing \"\(sku)\" there\(near)\(consequence)",
                help: "SKUs are told apart by case; flywheel import FILES brings more", exit: .unknown)
        }
        guard listings.count == 1 else {
            throw Diagnostic(
                "several-listings", "\"\(sku)\" is sold by \(Self.places(of: listings))\(consequence)",
                help: "say which with --account and --marketplace", exit: .refused)
        }
        return listing
    }

    private static func places(of listings: [Subject]) -> String {
        listings.map { "\($0.account) on \($0.marketplaceName)" }.joined(separator: ", ")
    }

    /// The SKU that may have been meant.
    private func nearestListing(to sku: String) throws -> String? {
        var near: Set<String> = []
        for place in try store.chunks(of: .listing) {
            let codes = try store.rows(of: place).codes
            if let code = Nearest.word(to: sku, of: (0..<codes.count).lazy.compactMap { codes[$0] }) {
                near.insert(code)
            }
        }
        return Nearest.word(to: sku, of: near.sorted())
    }
}
