#pragma once
#include <fcntl.h>
#include <sys/types.h>

/// Takes an exclusive open-file-description lock on the whole file without waiting. Returns 0, or the error number
/// (EAGAIN or EACCES when somebody else holds it).
int handrail_lock_whole_file(int descriptor);

/// Gives the lock back. Returns 0, or the error number.
int handrail_unlock_whole_file(int descriptor);

/// Forbids core dumps and looking into this process by other programs of the same user. Returns 0 when both took hold.
int handrail_harden_process(void);

/// Keeps pages out of core dumps and, where the limits allow it, out of swap. Returns 0 when they are locked in memory.
int handrail_protect_memory(void *address, size_t length);

/// Wipes what calls that have returned left on the stack, 128 KiB below the caller.
void handrail_wipe_stack(void);
