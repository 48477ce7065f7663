/**
 * New mail to send, an interest that its submitter has just confirmed, and what changes the index of members: a member
 * that comes, changes or goes, and a new lead. Nothing else wakes the dispatcher.
 */
export const dispatcherFilters = [
  { eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['OUTBOX', 'MEMBER', 'LEAD'] } } } },
  {
    eventName: ['MODIFY'],
    dynamodb: {
      NewImage: { kind: { S: ['INTEREST'] }, status: { S: ['confirmed'] } },
      OldImage: { status: { S: ['submitted'] } },
    },
  },
  // What is gone has no new image.
  { eventName: ['MODIFY', 'REMOVE'], dynamodb: { OldImage: { kind: { S: ['MEMBER'] } } } },
];
