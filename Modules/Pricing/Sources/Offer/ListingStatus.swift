import FlywheelKit

/// What the status of a listing says, in any source's words.
enum ListingStatus {
    /// Whether the listing is on sale; `nil` where nothing is said, or nothing in words that are known here.
    ///
    /// Reports say it in the seller's language. Were an unknown word taken for *not on sale*, one file would silence all prices
    /// of a marketplace.
    static func isOnSale(_ status: String?) -> Bool? {
        guard let words = status.map(Catalog.words(ofStatus:)) else { return nil }
        if words.contains(where: offSale.contains) { return false }
        if words.contains(where: onSale.contains) { return true }
        // It is shown, and nobody can buy it.
        return words.contains("discoverable") ? false : nil
    }

    /// Words of listings reports and of tables, of Amazon's Listings Items API, and of Walmart.
    private static let onSale: Set<Substring> = [
        "active", "buyable", "published",
        "actief", "actif", "activa", "activo", "aktif", "aktiv", "aktywna", "aktywny", "ativo", "attiva", "attivo",
        "出品中", "在售",
    ]

    /// Words that count whatever stands beside them: Walmart's second word is the lifecycle, so that `UNPUBLISHED ACTIVE` and
    /// `PUBLISHED RETIRED` are not on sale.
    private static let offSale: Set<Substring> = [
        "archived", "blocked", "closed", "deleted", "draft", "ended", "inactive", "incomplete", "no", "non", "not",
        "paused", "problem", "progress", "ready", "retired", "stage", "suppressed", "unpublished",
        "inactief", "inactif", "inactiva", "inactivo", "inaktiv", "inativo", "inattiva", "inattivo", "nicht",
        "nieaktywna", "nieaktywny", "niet", "pasif", "停止中", "出品停止中", "停售",
    ]
}
