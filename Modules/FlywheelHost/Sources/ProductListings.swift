import Crypto
import FlywheelKit
import FlywheelStore
import Foundation

/// Which listings of a seller are of which product, as the store knows it: for rows that name a product alone.
///
/// Catalogues are imported before what else is offered with them, so what they say is known by then.
struct ProductListings: Sendable {
    private var codes: [String: [String]] = [:]

    /// The listings that an account has on a marketplace.
    init(_ store: any Store, account: String, marketplace: String) throws(StoreError) {
        for place in try store.chunks(of: .listing) where place.account == account && place.marketplace == marketplace {
            let rows = try store.rows(of: place)
            for row in rows.codes.indices {
                guard let code = rows.codes[row], let product = rows.products[row] else { continue }
                codes[product, default: []].append(code)
            }
        }
    }

    /// The digest of what has this digest, together with the listings.
    func digest(after digest: String) -> String {
        var hash = SHA256()
        hash.update(data: Data(digest.utf8))
        for (product, codes) in codes.sorted(by: { $0.key < $1.key }) {
            hash.update(data: Data("\(product)\t\(codes.sorted().joined(separator: "\t"))\n".utf8))
        }
        return hash.finalize().hexadecimal
    }

    /// The codes of the product's listings, in alphabetical order.
    func codes(of product: String) -> [String] { codes[product]?.sorted() ?? [] }
}
