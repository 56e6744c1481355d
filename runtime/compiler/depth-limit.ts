/**
 * How deep a tree the compiler's passes walk by recursion. The parser's own limit bounds brackets, blocks and operators
 * that nest to the right; what is left are chains such as `a.b.c.d` and `f()()()`, which parse in a loop. Chains of binary
 * operators and `elif` are walked in loops. A level costs at most about 500 bytes of the JavaScript stack in any pass.
 */
export const MAX_TREE_DEPTH = 1000;
