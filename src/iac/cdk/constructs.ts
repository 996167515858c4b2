import { analytics } from './constructs/analytics';
import { compute } from './constructs/compute';
import type { Construct, Constructs } from './constructs/construct';
import { database } from './constructs/database';
import { delivery } from './constructs/delivery';
import { messaging } from './constructs/messaging';
import { network } from './constructs/network';
import { security } from './constructs/security';
import { storage } from './constructs/storage';

/** L2 constructs whose properties are understood, by module and class; others are found by name through `ResourceTypes`. */
export const constructs: Constructs = { ...storage, ...database, ...compute, ...network, ...messaging, ...security, ...delivery, ...analytics };

/** Looks an L2 construct up: `("aws-sqs", "Queue")`. */
export function constructNamed(module: string, name: string): Construct | undefined {
  const key = `${module}.${name}`;
  return Object.hasOwn(constructs, key) ? constructs[key] : undefined;
}
