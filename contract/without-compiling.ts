import { z } from 'zod';

// In a window no text becomes code, so that its policy can forbid it: zod would try to compile what it parses with, and looks whether it may
// as soon as the first schema is made. So this comes before all of them.
z.config({ jitless: true });
