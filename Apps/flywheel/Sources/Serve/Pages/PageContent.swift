import WebPages

/// A page as its maker leaves it: what is its own, and what its frame says.
struct PageContent {
    var shell: WebPages.Shell
    var main: HTML
}
