import Testing

@testable import Workspace

/// What is there to resolve and what is not, so that the quick way gives what the slow one gives.
@Test(arguments: [
  ("/a/b", "/a/b"), ("/", "/"), ("/a/", "/a"), ("//a", "/a"), ("/a//b", "/a/b"), ("/a/./b", "/a/b"),
  ("/a/../b", "/b"), ("/..", "/"), ("/a/..", "/"), ("/a/.", "/a"), ("/.git/x", "/.git/x"), ("/a/...", "/a/..."),
  ("/a/b.c", "/a/b.c"), ("a/b", "/a/b"), ("", "/"), ("/目录/事项.yaml", "/目录/事项.yaml"),
])
func pathsAreResolvedByName(path: String, resolved: String) {
  #expect(PathName.normalized(path) == resolved)
}
