public import FlywheelKit
public import FlywheelStore

extension Host {
    /// The listings of a SKU that some import named, of one account or marketplace where these are given. Looks through the
    /// whole catalogue: for a person who asks, not for every row of a file.
    ///
    /// - Parameter marketplace: its id or any of its names.
    public func listings(
        _ code: String, account: String? = nil, marketplace: String? = nil
    ) throws(StoreError) -> [Subject] {
        let marketplace = marketplace.map { Marketplace.named($0)?.id ?? $0 }
        var found: Set<Subject> = []
        for place in try store.chunks(of: .listing) {
            guard account ?? place.account == place.account, marketplace ?? place.marketplace == place.marketplace,
                try store.rows(of: place).codes.contains(code)
            else { continue }
            found.insert(Subject(.listing, account: place.account, marketplace: place.marketplace, code: code))
        }
        return found.sorted()
    }
}
