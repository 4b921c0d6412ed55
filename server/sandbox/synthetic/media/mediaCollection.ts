import type { XdmProperty } from '../../../platform/xdm';
import { choice, double, integer, object, text } from '../xdmProperties';

/** What a player tells while something is played. */
export const mediaCollection: XdmProperty = object(
  'Media collection details',
  {
    sessionID: text('Session id', 'Ties the events of one playback together.'),
    playhead: integer('Playhead', 'Where in the content, in seconds.'),
    sessionDetails: object(
      'Session details',
      {
        name: text('Content id'),
        friendlyName: text('Content name'),
        length: integer('Length', 'In seconds.'),
        contentType: choice('Content type', { vod: 'Video on demand', live: 'Live', trailer: 'Trailer' }),
        streamType: choice('Stream type', { video: 'Video', audio: 'Audio' }),
        playerName: text('Player'),
        channel: text('Channel'),
        show: text('Show'),
        season: text('Season'),
        episode: text('Episode'),
        genre: text('Genre'),
        network: text('Network'),
        rating: text('Rating', 'Of the age that it is for.'),
        isResumed: text('Resumed'),
      },
      'Of the content; with the first event of a playback.',
    ),
    advertisingPodDetails: object('Advertising break', {
      friendlyName: text('Name'),
      index: integer('Index', 'Of the breaks in the content, from 0 on.'),
      offset: integer('Offset', 'Where in the content, in seconds.'),
    }),
    advertisingDetails: object('Advertisement', {
      name: text('Advertisement id'),
      friendlyName: text('Name'),
      length: integer('Length', 'In seconds.'),
      podPosition: integer('Position', 'In its break, from 1 on.'),
      advertiser: text('Advertiser'),
      campaignID: text('Campaign id'),
    }),
    qoeDataDetails: object('Quality', {
      bitrate: integer('Bit rate', 'In kilobits a second.'),
      droppedFrames: integer('Dropped frames'),
      framesPerSecond: integer('Frames per second'),
      timeToStart: double('Time to start', 'In seconds.'),
    }),
    errorDetails: object('Error', {
      name: text('Error id'),
      source: choice('Source', { player: 'Player', external: 'External' }),
    }),
  },
  'What a player tells of a playback.',
);
