import { join } from 'node:path';
import type { AccountId, FileId } from '@vetrina/protocol/ids';
import { createFileBook } from './files/file-book.ts';
import { createFileFolder } from './files/file-folder.ts';
import { createMemoryFiles } from './files/memory-files.ts';
import type { OfferUploadParts } from './files/offer-upload.ts';
import type { AgentPhotos } from './files/ports.ts';
import { removeUnsaid } from './files/remove-unsaid.ts';
import { createSeal } from './files/seal.ts';
import { createJobQueue } from './jobs/job-queue.ts';
import { type JobHandlers, JobRunner } from './jobs/job-runner.ts';
import type { JobQueue, JobRecords } from './jobs/ports.ts';
import { createMailReactor } from './mail/mail-reactor.ts';
import { createMailer } from './mail/mailer.ts';
import type { ConversationFacts, Mailer, Post, Whereabouts } from './mail/ports.ts';
import { sendTranscript } from './mail/send-transcript.ts';
import { createSmtpPost } from './mail/smtp-post.ts';
import { tellTheTeam } from './mail/tell-the-team.ts';
import { createTellingPace } from './mail/telling-pace.ts';
import { createAttemptLimit } from './platform/attempts.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { Ids } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import { gaugeJobs, type Metrics } from './platform/metrics.ts';
import type { Database } from './store/database.ts';
import { createFileStore } from './store/file-store.ts';
import { createJobStore } from './store/job-store.ts';
import { createToolStore } from './store/tool-store.ts';

export interface ToolParts {
  readonly config: Pick<Config, 'dataDir' | 'diskReserve' | 'mail' | 'publicUrl'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly database: Database;
  /** Nothing on disk. */
  readonly inMemory: boolean;
  /** Signs the addresses of files. */
  readonly secret: string;
  readonly photos: AgentPhotos;
}

const HOUR = 3_600_000;
const UPLOADS = { perUploader: { tries: 30, withinMs: 10 * 60_000 }, perAccount: { tries: 1_000, withinMs: HOUR } };
/** A mail server may keep one waiting longer than an end may take, ms. */
const LAST_JOBS = 5_000;
/** Given-up jobs can be looked at for so long, ms. */
const FAILED_KEPT = 30 * 24 * HOUR;

/** What conversations lean on: files, mail, work put off, shortcuts and tags. */
export type Tools = ReturnType<typeof composeTools>;

/** Puts the tools together. Jobs run from `begin` on, which is told what mails need to know of conversations. */
export function composeTools(parts: ToolParts) {
  const { config, clock, ids, log, metrics, database } = parts;
  const files = composeFiles(parts);
  const store = createToolStore(database);
  const records = createJobStore(database);
  let runner: JobRunner | null = null;
  const queue = createJobQueue({ records, ids, added: (runAt) => runner?.expect(runAt) });
  const post = config.mail === null ? null : createSmtpPost(config.mail);
  const mailer = createMailer({ queue, clock, isOn: post !== null });
  const failed = (err: unknown) => log.error({ err }, 'A change of a conversation was not looked at for e-mail');
  const mailReactor = (whereabouts: Pick<Whereabouts, 'someoneOnline' | 'tellsOfMissed'>) =>
    createMailReactor({ mailer, queue, whereabouts, failed });
  gaugeJobs(metrics.registry, () => records.counts());
  return {
    ...files,
    /** Shortcuts and tags, for their routes. */
    desk: { store, clock, ids },
    tags: { all: (account: AccountId) => store.tags(account) },
    mailer,
    /** For the table of reactions. */
    mailReactor,
    queue,
    async begin(conversations: ConversationFacts, whereabouts: Whereabouts, push: JobHandlers['push']): Promise<void> {
      const handlers = jobHandlers({
        ...parts,
        ...files.doors,
        mailer,
        post,
        queue,
        records,
        conversations,
        whereabouts,
        push,
      });
      const count = (kind: string, outcome: string) => metrics.jobs.inc({ kind, outcome });
      runner = new JobRunner({ records, handlers, clock, log, count });
      await tidyLater(queue, clock);
      runner.start();
    },
    /** Begins no more jobs, and waits a little for those under way: what is cut off is begun again after its claim. */
    async end(): Promise<void> {
      await new Promise<void>((resolve) => {
        const cancel = clock.after(LAST_JOBS, resolve);
        const ended = runner?.stop() ?? Promise.resolve();
        void ended.then(cancel).then(resolve);
      });
      post?.close();
    },
  };
}

function composeFiles({ config, clock, ids, database, secret, photos, inMemory }: ToolParts) {
  const seal = createSeal(secret);
  const records = createFileStore(database);
  const store = inMemory ? createMemoryFiles() : createFileFolder(join(config.dataDir, 'files'), ids.secret);
  const uploads: OfferUploadParts['uploads'] = {
    perUploader: createAttemptLimit(clock, UPLOADS.perUploader.tries, UPLOADS.perUploader.withinMs),
    perAccount: createAttemptLimit(clock, UPLOADS.perAccount.tries, UPLOADS.perAccount.withinMs),
  };
  return {
    /** Files as conversations know them. */
    book: createFileBook({ clock, seal, records }),
    /** For `offerUpload`. */
    places: { clock, ids, seal, uploads } satisfies OfferUploadParts,
    /** For the doors through which bytes come and go. */
    doors: { clock, seal, store, records, photos, underWay: new Set<FileId>(), reserve: config.diskReserve },
  };
}

interface JobNeeds extends ToolParts {
  readonly store: Parameters<typeof removeUnsaid>[0]['store'];
  readonly records: JobRecords;
  readonly post: Post | null;
  readonly mailer: Mailer;
  readonly queue: JobQueue;
  readonly conversations: ConversationFacts;
  readonly whereabouts: Whereabouts;
  readonly push: JobHandlers['push'];
}

function jobHandlers(needs: JobNeeds): JobHandlers {
  const { clock, config, database, post, records, queue } = needs;
  const mails = { ...needs, publicUrl: config.publicUrl, pace: createTellingPace(clock) };
  return {
    'send-mail': async (mail, id) => {
      // The operator took SMTP away; it may come back within the attempts.
      if (post === null) throw new Error('e-mail is not set up');
      const handover = await post.hand(mail, id);
      return handover === 'delivered' ? 'done' : { hopeless: handover.refused };
    },
    'tell-the-team': (telling) => tellTheTeam(mails, telling),
    'send-transcript': (wanted) => sendTranscript(mails, wanted),
    push: needs.push,
    'remove-unsaid-files': async () => {
      await removeUnsaid({ clock, records: createFileStore(database), store: needs.store });
      await records.forgetFailed(clock.now() - FAILED_KEPT);
      await tidyLater(queue, clock);
      return 'done';
    },
  };
}

const TIDY = 'tidy';

function tidyLater(queue: JobQueue, clock: Clock): Promise<void> {
  return queue.add({ kind: 'remove-unsaid-files', payload: {}, runAt: clock.now() + HOUR, key: TIDY });
}
